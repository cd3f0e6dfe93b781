import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dimensions } from '../../../templates/choices.ts';
import { snapshot } from '../../unit/apply/files.ts';
import { talk } from '../talk.ts';
import type { Line } from '../talk.ts';
import { author, book, projectWith } from './shop.ts';

const enter = '\r';
const interrupt = '\u0003';
const down = '\u001b[B';
const up = '\u001b[A';

const name: Line = ['What is one of them called?', `order${enter}`];
const title: readonly Line[] = [
  ['What is its first field called?', `title${enter}`],
  ['What is title?', enter],
  ['Does every row have one?', enter],
  ['Does no other row have the same?', 'y'],
];
const state: readonly Line[] = [
  ['And the next?', `state${enter}`],
  // The list ends with enum, reference and many, and goes round.
  ['What is state?', `${up}${up}${up}${enter}`],
  ['Which values', `open, shut${enter}`],
  ['Does every row have one?', 'n'],
];
const buyer: readonly Line[] = [
  ['And the next?', `buyer${enter}`],
  ['What is buyer?', `${up}${up}${enter}`],
  ['To what does it refer?', `${down}${enter}`],
  ['Does every row have one?', enter],
  ['Does no other row have the same?', enter],
];
const enough: Line = ['And the next?', enter];
const write: Line = ['Write it?', enter];

const resourceFile = (root: string, of: string) =>
  JSON.parse(readFileSync(join(root, `.groundwork/resources/${of}.json`), 'utf8')) as object;

describe.concurrent('somebody at a terminal', () => {
  test('is asked for the fields one after the other, and sees the command', async ({
    onTestFinished,
  }) => {
    const root = await projectWith([author], onTestFinished);
    const lines = [name, ...title, ...state, ...buyer, enough, write];
    const { code, stdout } = await talk(root, ['resource', '--no-install'], lines);
    expect(code, stdout).toBe(0);
    expect(stdout.split('  create    src/modules/orders/orders.routes.ts')).toHaveLength(2);
    expect(stdout).toContain(
      'groundwork resource order title:string:unique state:enum=open,shut:optional buyer:ref=author --no-install --yes',
    );
    expect(resourceFile(root, 'order')).toMatchObject({
      name: 'order',
      fields: [
        { name: 'title', type: 'string', required: true, unique: true },
        { name: 'state', type: 'enum', values: ['open', 'shut'], required: false },
        { name: 'buyer', type: 'reference', resource: 'author', required: true },
      ],
    });
  });

  test('is asked about a name that looks like a plural, and never refused', async ({
    onTestFinished,
  }) => {
    const root = await projectWith([], onTestFinished);
    const plural: Line = ['What are several called, if news is one?', enter];
    const { code } = await talk(
      root,
      ['resource', 'news', 'a:date', '--no-install'],
      [plural, write],
    );
    expect(code).toBe(0);
    expect(resourceFile(root, 'news')).toMatchObject({ plural: 'newsItems' });
  });

  test('is asked which resource gets a field', async ({ onTestFinished }) => {
    const root = await projectWith([author, book], onTestFinished);
    const which: Line = ['Which resource?', `${down}${enter}`];
    const { code } = await talk(
      root,
      ['field', '--no-install'],
      [
        which,
        ['What is the field called? (it has title, author)', `isbn${enter}`],
        ['What is isbn?', enter],
        ['Does every row have one?', 'n'],
        ['Does no other row', 'y'],
        enough,
        write,
      ],
    );
    expect(code).toBe(0);
    expect(readFileSync(join(root, 'src/modules/books/books.schema.ts'), 'utf8')).toContain('isbn');
  });

  test('is told what a field is that is there already', async ({ onTestFinished }) => {
    const root = await projectWith([author], onTestFinished);
    const lines: readonly Line[] = [
      ['What is the field called? (it has name)', `name${enter}`],
      ['There is name already; what is it now?', `${down}${enter}`],
      ['Does every row have one?', 'y'],
      enough,
      write,
    ];
    const { code } = await talk(root, ['field', 'author', '--no-install'], lines);
    expect(code).toBe(0);
    expect(resourceFile(root, 'author')).toMatchObject({
      fields: [{ name: 'name', type: 'text' }],
    });
  });

  test('is asked what is to go', async ({ onTestFinished }) => {
    const root = await projectWith([author, book], onTestFinished);
    const lines: readonly Line[] = [
      ['What is to go?', enter],
      ['Which resource?', `${down}${enter}`],
      ['Which field of book?', `${down}${enter}`],
      ['Drop from every database that is migrated: book.author?', 'y'],
      write,
    ];
    const { code, stdout } = await talk(root, ['remove', '--no-install'], lines);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'groundwork remove field book author --allow-data-loss --no-install --yes',
    );
  });

  test('is told at once that a name will not do', async ({ onTestFinished }) => {
    const root = await projectWith([author], onTestFinished);
    const lines: readonly Line[] = [
      ['What is one of them called?', `Order${enter}`],
      ['must be letters and digits in camelCase', interrupt],
    ];
    expect((await talk(root, ['resource'], lines)).code).toBe(130);
  });

  test('sets choices, with those of today as the first answers', async ({ onTestFinished }) => {
    const root = await projectWith([author], onTestFinished);
    const open = dimensions.filter(({ choices }) => choices.length > 1);
    const answers = open.map(({ id, question }): Line => [
      question,
      id === 'ci' ? `${up}${enter}` : enter,
    ]);
    const lines = [...answers, write];
    const { code, stdout } = await talk(root, ['set', '--no-install'], lines);
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('groundwork set ci=github --no-install --yes');
    expect(existsSync(join(root, '.github/workflows/ci.yml'))).toBe(true);
  });

  test('is told of a file that changed while the plan was read, and nothing is written', async ({
    onTestFinished,
  }) => {
    const root = await projectWith([author], onTestFinished);
    const schema = join(root, 'src/modules/authors/authors.schema.ts');
    const edit = () => {
      appendFileSync(schema, '// ours\n');
      return enter;
    };
    const words = ['field', 'author', 'born:date:optional', '--no-install'];
    const before = snapshot(root);
    const { code, stdout } = await talk(root, words, [['Write it?', edit]]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      '"src/modules/authors/authors.schema.ts" changed while groundwork was working; nothing was written, run the command again.',
    );
    const path = 'src/modules/authors/authors.schema.ts';
    expect(snapshot(root)).toEqual({ ...before, [path]: `${before[path]}// ours\n` });
  });

  test.for<readonly [string, readonly string[], readonly Line[]]>([
    ['at the name', ['resource'], [['What is one of them called?', interrupt]]],
    ['at a field', ['resource', 'order'], [...title.slice(0, 2), ['Does every row', interrupt]]],
    ['at the plan', ['resource', 'order', 'a:date'], [['Write it?', interrupt]]],
    ['by saying no', ['remove', 'resource', 'author', '--allow-data-loss'], [['Write it?', 'n']]],
  ])(
    'cancels %s: nothing is written, exit code 130',
    async ([, words, lines], { onTestFinished }) => {
      const root = await projectWith([author], onTestFinished);
      const before = snapshot(root);
      const { code, stdout } = await talk(root, words, lines);
      expect(code).toBe(130);
      expect(stdout).toContain('Cancelled; nothing was written.');
      expect(snapshot(root)).toEqual(before);
    },
  );
});
