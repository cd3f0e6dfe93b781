import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../../../generators/core/merge/disk.ts';
import { snapshot } from '../../unit/apply/files.ts';
import { groundwork } from '../cli.ts';
import { author, book, projectWith, tell, written } from './shop.ts';
import { say, settled } from './say.ts';

const addBook = ['resource', 'book', 'title:string:max=80', 'author:ref=author', '--no-install'];

/** What differs between two states of a folder. */
const changed = (before: Record<string, string>, after: Record<string, string>) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path] && (before[path] ?? after[path]) !== 'folder')
    .toSorted();

describe('a command that changes a project', () => {
  test('plans on a dry run what it then writes, from any folder of the project', async () => {
    const root = await projectWith([author]);
    const before = snapshot(root);
    const dry = await tell(join(root, 'src/data'), [...addBook, '--dry-run']);
    expect(snapshot(root)).toEqual(before);
    const { code, stderr, told } = await tell(join(root, 'src/data'), addBook);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(dry.told.changes).toEqual(told.changes);
    const paths = told.changes.filter(({ action }) => written.has(action)).map(({ path }) => path);
    expect(paths.toSorted()).toEqual(changed(before, snapshot(root)));
  });

  test('names the command that does the same, and one of the next commands is to go back', async () => {
    const root = await projectWith([author]);
    const { told } = await tell(join(root, 'src'), addBook);
    expect(told.reproduce).toBe(
      'groundwork resource book title:string:max=80 author:ref=author --no-install --yes',
    );
    expect(told.next[0]).toBe('cd ..');
    const other = await projectWith([author]);
    const again = told.reproduce.split(' ').slice(1);
    expect(await groundwork(again, { cwd: other })).toMatchObject({ code: 0, stderr: '' });
    expect(settled(other)).toEqual(settled(root));
  });

  test('says the second time that there is nothing to do', async () => {
    const root = await projectWith([author]);
    await tell(root, addBook);
    const before = snapshot(root);
    const { code, stdout } = await groundwork(addBook, { cwd: root });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${root}: nothing to do.\n` });
    expect(snapshot(root)).toEqual(before);
  });

  test('says what a team keeps of a resource that is removed', async () => {
    const root = await projectWith([author, book]);
    const own = 'src/modules/books/books.routes.ts';
    appendFileSync(join(root, own), '// ours\n');
    const { told } = await tell(root, ['remove', 'resource', 'book', '--allow-data-loss']);
    expect(told.warnings).toEqual([
      `${own}: yours now, and may need what is gone. Mend or delete what stays.`,
    ]);
  });

  test('tells a person what became of which file', async () => {
    const root = await projectWith([author, book]);
    const { scripts, ...manifest } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as {
      scripts: Record<string, string>;
    };
    const own = { ...manifest, scripts: { ...scripts, dev: 'ours' } };
    writeFileSync(join(root, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
    const { code, stdout } = await groundwork(
      ['remove', 'field', 'book', 'author', '--force', '--allow-data-loss', '--yes'],
      { cwd: root },
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\/.*\/shop: files: .*\d+ updated, \d+ deleted\.$/mu);
    expect(stdout).toMatch(/^ {2}delete +src\/data\/references\.ts$/mu);
    expect(stdout).toContain(
      '\nThe same again, without questions:\n  groundwork remove field book author --force --allow-data-loss --yes\n',
    );
    expect(stdout).toContain('\nNext:\n');
    expect(stdout).not.toContain('.groundwork/base');
  });

  test('writes several resources from a file, all or none', async () => {
    const root = await projectWith([]);
    writeFileSync(join(root, 'model.json'), JSON.stringify({ resources: [author, book] }));
    const { told } = await tell(root, ['resource', '--from', 'model.json']);
    expect(told).toMatchObject({
      ok: true,
      reproduce: 'groundwork resource --from model.json --yes',
    });
    const fresh = await projectWith([author, book]);
    const { 'model.json': _, ...rest } = settled(root);
    expect(rest).toEqual(settled(fresh));

    writeFileSync(
      join(root, 'more.json'),
      JSON.stringify([
        { ...author, name: 'reader' },
        { name: 'id9', fields: [] },
      ]),
    );
    const before = snapshot(root);
    const refused = await groundwork(['resource', '--from', 'more.json'], { cwd: root });
    expect(refused).toMatchObject({
      code: 2,
      stderr: 'id9.fields must hold at least one field.\n',
    });
    expect(snapshot(root)).toEqual(before);
  });

  test('takes a file from standard input', async () => {
    const root = await projectWith([]);
    const input = { text: JSON.stringify(author) };
    const { code } = await groundwork(['resource', '--from', '-', '--yes'], { cwd: root, input });
    expect(code).toBe(0);
    expect(existsSync(join(root, 'src/modules/authors'))).toBe(true);
  });

  test('names migrations so that they come after those that are there', async () => {
    const root = await projectWith([{ ...author, name: 'zebra' }]);
    const folder = join(root, 'src/data/migrations');
    const ofFuture = '29991231235958_by_hand.ts';
    writeFileSync(join(folder, ofFuture), readFileSync(join(folder, readdirSync(folder)[0] ?? '')));
    await tell(root, ['resource', 'ant', 'zebra:ref=zebra', 'name:string']);
    const names = readdirSync(folder).toSorted();
    expect(names.at(-1)).toBe('29991231235959_create_ants.ts');
    expect(names.at(-2)).toBe(ofFuture);
  });
});

const end = (name: string, resource: string) => ({
  name,
  resource,
  required: true,
  onDelete: 'cascade',
});

test('many to many is a resource of pairs, which goes with either', async () => {
  const root = await projectWith([author]);
  const pairs = ['resource', 'book', 'title:string', 'authors:many=author', 'sequels:many=book'];
  const { told } = await tell(root, pairs);
  expect(told.reproduce).toBe(`groundwork ${pairs.join(' ')} --yes`);
  const fieldsOf = (name: string) =>
    (
      JSON.parse(readFileSync(join(root, `.groundwork/resources/${name}.json`), 'utf8')) as {
        fields: unknown;
      }
    ).fields;
  expect(fieldsOf('bookAuthor')).toMatchObject([end('book', 'book'), end('author', 'author')]);
  expect(fieldsOf('bookSequels')).toMatchObject([end('book', 'book'), end('sequels', 'book')]);
  expect(
    (await tell(root, ['field', 'book', 'authors:many=author'])).told.changes.filter(({ action }) =>
      written.has(action),
    ),
  ).toEqual([]);
});

describe('words that programs reserve', () => {
  test('are names of resources and fields like others', async () => {
    const root = await projectWith([]);
    for (const name of ['order', 'class', 'index', 'new', 'data']) {
      const fields = ['order:string', 'class:integer', 'index:boolean', 'new:date', 'data:text'];
      const { code, told } = await tell(root, ['resource', name, ...fields]);
      expect({ code, error: told['error'] }).toEqual({ code: 0, error: undefined });
    }
    // `news` is what several of `new` are called, and it has no plural of its own.
    const { code, told } = await tell(root, ['resource', 'news', 'new:ref=new']);
    expect({ code, error: told['error'] }).toEqual({ code: 0, error: undefined });
    expect(existsSync(join(root, 'src/modules/news-items/news-items.routes.ts'))).toBe(true);
    expect(await groundwork(['check'], { cwd: root })).toMatchObject({ code: 0 });
  });
});

describe('a resource that is called as several of another are', () => {
  test.for<readonly [string, readonly object[], string, readonly string[]]>([
    ['books beside book', [{ name: 'book', fields: book.fields.slice(0, 1) }], 'books', ['books']],
    ['book beside books', [{ name: 'books', fields: book.fields.slice(0, 1) }], 'book', ['book']],
    ['bookshelf beside book', [{ name: 'book', fields: book.fields.slice(0, 1) }], 'bookshelf', []],
  ])('%s', async ([, resources, name, taken], { onTestFinished }) => {
    const root = await projectWith(resources, onTestFinished);
    const added = async () => (await say(root, ['resource', name, 'title:string'])).prepared.notes;
    const expected = taken.map(
      (one) =>
        `several of book are called books, and so is a resource of its own; if that was not meant, say groundwork remove resource ${one}.`,
    );
    expect(await added()).toEqual(expected);
    expect(await added()).toEqual([]);
  });
});

test('apply makes of the spec as it was edited by hand what the commands make of it', async () => {
  const root = await projectWith([author]);
  const path = join(root, '.groundwork/resources/book.json');
  writeFileSync(path, JSON.stringify(book));
  expect(await groundwork(['check'], { cwd: root })).toMatchObject({ code: 3 });
  expect((await tell(root, ['apply'])).code).toBe(0);
  expect(await groundwork(['check'], { cwd: root })).toMatchObject({ code: 0 });
  expect(filesBelow(join(root, 'src/modules/books'))).not.toEqual([]);
  expect(
    (await tell(root, ['apply'])).told.changes.filter(({ action }) => written.has(action)),
  ).toEqual([]);
});

test('a folder that is in no project is told so', async () => {
  const folder = `${await projectWith([])}/..`;
  mkdirSync(join(folder, 'elsewhere'));
  const { code, stderr } = await groundwork(['apply'], { cwd: join(folder, 'elsewhere') });
  expect(code).toBe(1);
  expect(stderr).toContain('is not in a Groundwork project; ');
});
