import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { choicesOf } from '../../matrix/choices-of.ts';
import { snapshot } from '../../unit/apply/files.ts';
import { groundwork } from '../cli.ts';
import { settled } from './say.ts';
import { author, book, projectWith, tell } from './shop.ts';

const migrations = 'src/data/migrations';

const contents = (root: string): readonly string[] =>
  readdirSync(join(root, migrations))
    .toSorted()
    .map((name) => readFileSync(join(root, migrations, name), 'utf8'));

const [standard = '', other = ''] = choicesOf('database');

const records = (state: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(state).filter(([path]) => !path.startsWith('.groundwork/migrations/')),
  );

test('another database starts its history anew, and the way back is open', async () => {
  const root = await projectWith([author]);
  const before = settled(root);
  const first = contents(root);
  await tell(root, ['resource', 'book', 'title:string', 'author:ref=author']);
  const { code, told } = await tell(root, ['set', `database=${other}`, '--no-install']);
  expect({ code, error: told['error'] }).toEqual({ code: 0, error: undefined });
  expect(told.warnings[0]).toContain(`no data are moved: ${other} begins with an empty database`);
  expect(told.warnings[1]).toContain(
    'DATABASE_URL there as .env.example shows, with the password that POSTGRES_PASSWORD has',
  );
  const names = readdirSync(join(root, migrations))
    .map((name) => name.slice(15))
    .toSorted();
  expect(names).toEqual(['create_authors.ts', 'create_books.ts']);
  const recorded = readdirSync(join(root, '.groundwork/migrations'));
  expect(recorded.toSorted()).toEqual(
    readdirSync(join(root, migrations))
      .toSorted()
      .map((name) => `${name}.sha256`),
  );

  await tell(root, ['remove', 'resource', 'book', '--allow-data-loss']);
  expect((await tell(root, ['set', `database=${standard}`, '--no-install'])).code).toBe(0);
  expect(contents(root)).toEqual(first);
  expect(records(settled(root))).toEqual(records(before));
});

test.for(choicesOf('stack'))(
  'another database of %s has no rows to tell of',
  async (stack, { onTestFinished }) => {
    const root = await projectWith([author], onTestFinished, { stack });
    const owned = 'rows that are there belong to nobody';
    const { told: kept } = await tell(root, ['set', 'auth=jwt', '--dry-run']);
    expect(kept.warnings).toEqual([expect.stringContaining(owned)]);
    const { told: moved } = await tell(root, ['set', 'auth=jwt', `database=${other}`, '--dry-run']);
    expect(moved.warnings).toEqual([
      expect.stringContaining('no data are moved'),
      expect.stringContaining('.env keeps the lines that it has'),
    ]);
  },
);

test('what a database left in a file of the project stays out of git', async () => {
  const root = await projectWith([author]);
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8');
  expect(ignored).toContain('/data/');
  await tell(root, ['set', `database=${other}`, '--no-install']);
  expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe(ignored);
});

test.for<readonly [string, (folder: string, first: string) => void]>([
  [
    'edited',
    (folder, first) => {
      appendFileSync(join(folder, first), '// ours\n');
    },
  ],
  [
    'written',
    (folder) => {
      appendFileSync(join(folder, '20300101000000_ours.ts'), '');
    },
  ],
])('a migration that was %s by hand stops that', async ([, change], { onTestFinished }) => {
  const root = await projectWith([author, book], onTestFinished);
  const folder = join(root, migrations);
  change(folder, readdirSync(folder).toSorted()[0] ?? '');
  const before = snapshot(root);
  const { code, told } = await tell(root, ['set', `database=${other}`]);
  expect({ code, ok: told.ok }).toEqual({ code: 1, ok: false });
  expect(told['faults']).toMatchObject([{ message: 'is not as it was generated' }]);
  expect(snapshot(root)).toEqual(before);
});

test('what is no record in their folder stays there', async () => {
  const root = await projectWith([author]);
  mkdirSync(join(root, '.groundwork/migrations/notes'));
  const { code, told } = await tell(root, ['set', `database=${other}`, '--no-install']);
  expect({ code, error: told['error'] }).toEqual({ code: 0, error: undefined });
  expect(existsSync(join(root, '.groundwork/migrations/notes'))).toBe(true);
});

test('records that are a file stand in the way, in one sentence', async () => {
  const root = await projectWith([author]);
  rmSync(join(root, '.groundwork/migrations'), { recursive: true });
  appendFileSync(join(root, '.groundwork/migrations'), '');
  expect((await tell(root, ['check'])).code).toBe(0);
  const { code, stderr } = await groundwork(['field', 'author', 'born:date:optional'], {
    cwd: root,
  });
  expect(code).toBe(3);
  expect(stderr).toContain('stands in the way');
});

test('line ends that git changed are no edit', async () => {
  const root = await projectWith([author]);
  const [first = ''] = readdirSync(join(root, migrations));
  const path = join(root, migrations, first);
  const text = readFileSync(path, 'utf8').replaceAll('\n', '\r\n');
  rmSync(path);
  appendFileSync(path, text);
  expect(
    await groundwork(['set', `database=${other}`, '--no-install', '--yes'], { cwd: root }),
  ).toMatchObject({ code: 0 });
});
