import { existsSync, mkdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyOperations } from '../../../generators/core/apply/transaction.ts';
import { exitCodes } from '../../../generators/core/refusal.ts';
import { file, put, remove, snapshot, write, writeWhile } from './files.ts';
import { makeFolder } from './folder.ts';

test('writes, overwrites and deletes, with the modes asked for and no folder left empty', async () => {
  const root = makeFolder();
  put(root, { 'keep.txt': 'k', 'old/deep/gone.txt': 'g', 'over.txt': 'before' });
  await applyOperations(root, [
    write('groundwork.json', '{}'),
    write('bin/run', '#!', undefined, 0o755),
    write('.env', 'S=1', undefined, 0o600),
    write('over.txt', 'after', 'before', 0o666),
    remove('old/deep/gone.txt', 'g'),
  ]);
  expect(snapshot(root)).toEqual({
    '.env': file('S=1', 0o600),
    bin: 'folder',
    'bin/run': file('#!', 0o755),
    'groundwork.json': file('{}'),
    'keep.txt': file('k'),
    'over.txt': file('after', 0o666),
  });
});

test('takes the files of the state last, in the order given', async () => {
  const root = makeFolder();
  const order: string[] = [];
  const paths = ['groundwork.json', 'b', '.groundwork/base/x.br', '.env', 'groundwork.json.txt'];
  const operations = paths.map((path) => writeWhile(path, () => order.push(path)));
  await applyOperations(root, operations);
  expect(order).toEqual([
    'b',
    '.env',
    'groundwork.json.txt',
    'groundwork.json',
    '.groundwork/base/x.br',
  ]);
});

test('makes an absent root with its parents', async () => {
  const folder = makeFolder();
  await applyOperations(join(folder, 'a/b'), [write('c', '1')]);
  expect(snapshot(folder)).toEqual({ a: 'folder', 'a/b': 'folder', 'a/b/c': file('1') });
});

test('keeps a .groundwork folder that holds state', async () => {
  const root = makeFolder();
  await applyOperations(root, [write('.groundwork/base/project.br', '1')]);
  expect(Object.keys(snapshot(root))).toEqual([
    '.groundwork',
    '.groundwork/base',
    '.groundwork/base/project.br',
  ]);
});

test('a plan that only deletes what is not there makes no root', async () => {
  const folder = makeFolder();
  await applyOperations(join(folder, 'a/b'), [{ kind: 'delete', path: 'x', expected: 'absent' }]);
  expect(snapshot(folder)).toEqual({});
});

test('an empty list makes no root', async () => {
  const root = join(makeFolder(), 'a');
  await applyOperations(root, []);
  expect(existsSync(root)).toBe(false);
});

describe('changes nothing and leaves nothing when', () => {
  const disk = { 'a.txt': 'a', 'b/c.txt': 'c' };
  test.each([
    [
      'a target changed since the plan',
      [write('new/x', ''), write('a.txt', 'A', 'other')],
      'a.txt" changed',
    ],
    [
      'a target has gone since the plan',
      [write('new/x', ''), write('gone', 'A', 'a')],
      'gone" changed',
    ],
    [
      'a target appeared since the plan',
      [write('new/x', ''), write('a.txt', 'A')],
      'a.txt" changed',
    ],
    ['a deleted file changed', [write('new/x', ''), remove('a.txt', 'other')], 'a.txt" changed'],
    ['a folder is in the way', [write('new/x', ''), write('b', 'A')], 'b" is a folder'],
    [
      'a file is in the way',
      [write('new/x', ''), write('a.txt/x', 'A')],
      '"a.txt" is not a folder',
    ],
    ['a path leads out', [write('new/x', ''), write('../x', 'A')], 'holds . or ..'],
    ['a name is too long', [write('new/x', ''), write('x'.repeat(300), 'A')], 'too long'],
  ])('%s', async (_, operations, why) => {
    const root = makeFolder();
    put(root, disk);
    const before = snapshot(root);
    await expect(applyOperations(root, operations)).rejects.toThrow(why);
    expect(snapshot(root)).toEqual(before);
  });

  test('the root is absent and the guard refuses', async () => {
    const folder = makeFolder();
    const applied = applyOperations(join(folder, 'a/b/c'), [write('x', '1'), write('y', '2', 'z')]);
    await expect(applied).rejects.toThrow('"y" changed');
    expect(snapshot(folder)).toEqual({});
  });

  test('the root is a file', async () => {
    const folder = makeFolder();
    put(folder, { a: '1' });
    await expect(applyOperations(join(folder, 'a'), [write('x', '1')])).rejects.toThrow(
      'a file stands',
    );
    await expect(applyOperations(join(folder, 'a/b'), [write('x', '1')])).rejects.toThrow(
      'a file stands',
    );
    expect(snapshot(folder)).toEqual({ a: file('1') });
  });

  test('a target is edited while contents are staged', async () => {
    const root = makeFolder();
    put(root, disk);
    const edit = writeWhile('new', () => {
      writeFileSync(join(root, 'a.txt'), 'edited');
    });
    await expect(applyOperations(root, [write('a.txt', 'A', 'a'), edit])).rejects.toThrow(
      'a.txt" changed',
    );
    expect(snapshot(root)).toMatchObject({ 'a.txt': file('edited'), 'b/c.txt': file('c') });
    expect(Object.keys(snapshot(root))).toEqual(['a.txt', 'b', 'b/c.txt']);
  });
});

const setUp = (): { root: string; outside: string } => {
  const folder = makeFolder();
  put(folder, { 'outside/x': 'safe', 'root/in/x': 'safe' });
  return { root: join(folder, 'root'), outside: join(folder, 'outside') };
};

describe('never follows a link', () => {
  test.each([
    ['a folder that leads out', 'link/new', '../outside', write('link/new', '1')],
    ['a folder over whose file we write', 'link/x', '../outside', write('link/x', '1', 'safe')],
    ['a folder in which we delete', 'link/x', '../outside', remove('link/x', 'safe')],
    ['a folder that stays inside', 'link/x', 'in', write('link/x', '1', 'safe')],
    ['the target itself', 'link', '../outside/x', write('link', '1', 'safe')],
    ['a dangling target', 'link', '../outside/y', write('link', '1')],
    ['our own folder', '.groundwork', '../outside', write('a', '1')],
  ])('%s', async (_, path, to, operation) => {
    const { root, outside } = setUp();
    symlinkSync(to, join(root, path.split('/')[0] ?? ''));
    const before = [snapshot(root), snapshot(outside)];
    await expect(applyOperations(root, [write('b', '2'), operation])).rejects.toThrow(
      'symbolic link',
    );
    expect([snapshot(root), snapshot(outside)]).toEqual(before);
  });

  test('swapped in while contents are staged', async () => {
    const { root, outside } = setUp();
    const swap = writeWhile('new', () => {
      renameSync(join(root, 'in'), join(root, 'was'));
      symlinkSync('../outside', join(root, 'in'));
    });
    const before = snapshot(outside);
    const applied = applyOperations(root, [
      write('in/x', '1', 'safe'),
      remove('was/x', 'safe'),
      swap,
    ]);
    await expect(applied).rejects.toThrow('symbolic link');
    expect(snapshot(outside)).toEqual(before);
    expect(snapshot(root)).toEqual({
      in: 'link to ../outside',
      was: 'folder',
      'was/x': file('safe'),
    });
  });

  test('but a root that is a link is what the user asked for', async () => {
    const { root, outside } = setUp();
    symlinkSync(outside, join(root, 'link'));
    await applyOperations(join(root, 'link'), [write('y', '1')]);
    expect(snapshot(outside)).toEqual({ x: file('safe'), y: file('1') });
  });
});

describe('stopped by a signal', () => {
  test('before it begins: nothing is made', async () => {
    const folder = makeFolder();
    const touched = statSync(folder).ctimeMs;
    const applied = applyOperations(join(folder, 'a'), [write('x', '1')], {
      signal: AbortSignal.abort(),
    });
    await expect(applied).rejects.toMatchObject({ exitCode: exitCodes.cancelled });
    expect(snapshot(folder)).toEqual({});
    expect(statSync(folder).ctimeMs).toBe(touched);
  });

  test.each([0, 1, 20, 39])('while content %i is staged: nothing is left', async (at) => {
    const folder = makeFolder();
    const controller = new AbortController();
    let staged = 0;
    const operations = Array.from({ length: 40 }, (_, index) =>
      writeWhile(`d/${String(index)}`, () => {
        staged += 1;
        if (index === at) controller.abort();
      }),
    );
    const applied = applyOperations(join(folder, 'a/b'), operations, { signal: controller.signal });
    await expect(applied).rejects.toMatchObject({ exitCode: exitCodes.cancelled });
    expect(staged).toBe(at === 0 ? 1 : staged);
    expect(snapshot(folder)).toEqual({});
  });

  test('after the commit point: it finishes', async () => {
    const folder = makeFolder();
    const root = join(folder, 'a');
    const controller = new AbortController();
    const applied = applyOperations(root, [write('x', '1')], { signal: controller.signal });
    const journal = join(root, '.groundwork/txn/journal.json');
    const watch = (): void => {
      if (existsSync(journal) || existsSync(join(root, 'x'))) controller.abort();
      else setImmediate(watch);
    };
    watch();
    await applied;
    expect(controller.signal.aborted).toBe(true);
    expect(snapshot(root)).toEqual({ x: file('1') });
  });
});

test('a fault in a content leaves nothing and comes through as it is', async () => {
  const root = makeFolder();
  const operations = Array.from({ length: 40 }, (_, index) =>
    writeWhile(`d/${String(index)}`, () => {
      if (index === 30) throw new TypeError('ours');
    }),
  );
  await expect(applyOperations(root, operations)).rejects.toThrow(TypeError);
  expect(snapshot(root)).toEqual({});
});

test('an empty .groundwork of an earlier crash does not stay', async () => {
  const root = makeFolder();
  mkdirSync(join(root, '.groundwork'));
  await applyOperations(root, [write('x', '1')]);
  expect(snapshot(root)).toEqual({ x: file('1') });
});
