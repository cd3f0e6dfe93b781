import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyOperations } from '../../../generators/core/apply/transaction.ts';
import { planNew } from '../../../generators/core/merge/plan-new.ts';
import type { Plan, Wanted } from '../../../generators/core/merge/plan.ts';
import { snapshot } from '../apply/files.ts';
import { folderWith } from '../render/folder-with.ts';

const want = (path: string, text = 'new', mode = 0o644): Wanted => ({
  path,
  content: Buffer.from(text),
  mode,
});

const shown = ({ changes }: Plan) =>
  changes.map((change) => `${change.action} ${change.path}`).toSorted();

const written = (plan: Plan) => plan.operations.map(({ path }) => path).toSorted();

describe.each([false, true])('with force %s', (force) => {
  test('everything is created in a folder that does not exist, and nothing is written yet', () => {
    const root = join(folderWith({}), 'no', 'such');
    const plan = planNew(root, [want('a'), want('b/c')], force);
    expect(shown(plan)).toEqual(['create a', 'create b/c']);
    expect(plan.foreign).toEqual([]);
    expect(existsSync(root)).toBe(false);
  });

  test('a file with the same content is kept', () => {
    const plan = planNew(folderWith({ a: 'new' }), [want('a'), want('b')], force);
    expect(shown(plan)).toEqual(['create b', 'keep a']);
    expect(written(plan)).toEqual(['b']);
  });

  test('files that are not wanted are foreign, at any depth, and left alone', () => {
    const root = folderWith({ 'x/y/z': '1', '.hidden': '1', a: 'new' });
    const plan = planNew(root, [want('a')], force);
    expect(plan.foreign).toEqual(['.hidden', 'x/y/z']);
    expect(written(plan)).toEqual([]);
  });

  test('what git and the journal keep is nobody’s', () => {
    const root = folderWith({ '.git/HEAD': '1', '.groundwork/txn/1.new': '1' });
    expect(planNew(root, [], force).foreign).toEqual([]);
  });

  test('a link is foreign and is not followed', () => {
    const outside = folderWith({ 'secret/a': '1' });
    const root = folderWith({});
    symlinkSync(join(outside, 'secret'), join(root, 'src'));
    expect(planNew(root, [want('b')], force).foreign).toEqual(['src']);
  });

  const inTheWay: readonly (readonly [string, (root: string) => void])[] = [
    ['a folder', (root) => mkdirSync(join(root, 'src/a'), { recursive: true })],
    [
      'a link',
      (root) => {
        mkdirSync(join(root, 'src'));
        symlinkSync('/etc/hostname', join(root, 'src/a'));
      },
    ],
    [
      'a link to nowhere',
      (root) => {
        mkdirSync(join(root, 'src'));
        symlinkSync('/no/such/place', join(root, 'src/a'));
      },
    ],
    [
      'a link on the way',
      (root) => {
        mkdirSync(join(root, 'elsewhere'));
        symlinkSync(join(root, 'elsewhere'), join(root, 'src'));
      },
    ],
    [
      'a link on the way to a file that is there',
      (root) => {
        mkdirSync(join(root, 'elsewhere'));
        writeFileSync(join(root, 'elsewhere/a'), 'old');
        symlinkSync(join(root, 'elsewhere'), join(root, 'src'));
      },
    ],
    ['a file on the way', (root) => writeFileSync(join(root, 'src'), 'old')],
  ];
  test.each(inTheWay)('%s in the way is a conflict', (_, prepare) => {
    const root = folderWith({});
    prepare(root);
    const plan = planNew(root, [want('src/a')], force);
    expect(shown(plan)).toEqual(['conflict src/a']);
    expect(written(plan)).toEqual([]);
  });
});

test('a file with other content is a conflict', () => {
  const plan = planNew(folderWith({ a: 'old' }), [want('a')], false);
  expect(plan.changes).toEqual([
    { path: 'a', action: 'conflict', why: 'exists with other content', marked: false },
  ]);
  expect(written(plan)).toEqual([]);
});

const applied = async (root: string, ...wanted: readonly Wanted[]) => {
  const plan = planNew(root, wanted, true);
  await applyOperations(root, plan.operations);
  return plan;
};

describe('force', () => {
  test('replaces a file and keeps what it held beside it', async () => {
    const root = folderWith({ a: 'old', other: 'mine' });
    const plan = await applied(root, want('a'));
    expect(shown(plan)).toEqual(['create a.orig', 'overwrite a']);
    expect(plan.changes[0]).toMatchObject({ why: 'what it held is kept in a.orig' });
    expect(snapshot(root)).toEqual({
      a: '644 new',
      'a.orig': '644 old',
      other: '644 mine',
    });
  });

  test('finds a free name whatever stands there, links and folders included', async () => {
    const root = folderWith({ a: 'old', 'a.orig': 'older', 'a.orig.1/x': '1' });
    symlinkSync('/no/such/place', join(root, 'a.orig.2'));
    await applied(root, want('a'));
    expect(readFileSync(join(root, 'a.orig.3'), 'utf8')).toBe('old');
    expect(readFileSync(join(root, 'a.orig'), 'utf8')).toBe('older');
  });

  test('lays no secret open that was kept from others', async () => {
    const root = folderWith({ '.env': 'SECRET=1' });
    chmodSync(join(root, '.env'), 0o600);
    await applied(root, want('.env', 'SECRET=2', 0o600));
    expect(statSync(join(root, '.env.orig')).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
  });

  test('refuses when the file changed after the plan was made', async () => {
    const root = folderWith({ a: 'old' });
    const plan = planNew(root, [want('a')], true);
    writeFileSync(join(root, 'a'), 'newest');
    await expect(applyOperations(root, plan.operations)).rejects.toThrow('changed while');
    expect(snapshot(root)).toEqual({ a: '644 newest' });
  });
});
