import { expect, test } from 'vitest';
import { mergeFile } from '../../../generators/core/merge/merge-file.ts';
import { mergeThree, treeFile } from './three.ts';

/** A team that writes no semicolons. */
const style = (_: string, content: Uint8Array) =>
  Promise.resolve(Buffer.from(Buffer.from(content).toString().replaceAll(';', '')));

const base = 'a;\nb;\nc;\nd;\n';
const next = 'a;\nb;\nc;\nnew;\n';

async function styled(ours: string) {
  const merged = await mergeFile(
    { path: 'a', from: 'a', base: treeFile(base), ours: Buffer.from(ours), next: treeFile(next) },
    {
      root: '/nowhere',
      conflict: 'stop',
      restore: false,
      style,
      isLost: () => false,
    },
  );
  return 'content' in merged ? Buffer.from(merged.content).toString() : merged;
}

test.each([
  ['as the team formats it, and edited', 'OURS\nb\nc\nd\n', 'OURS\nb\nc\nnew\n'],
  ['as the team formats it', 'a\nb\nc\nd\n', 'a\nb\nc\nnew\n'],
  ['passed over by the formatter, and edited', 'OURS;\nb;\nc;\nd;\n', 'OURS;\nb;\nc;\nnew;\n'],
  ['passed over by the formatter', base, next],
])('a file is merged as it stands: %s', async (_, ours, expected) => {
  expect(await styled(ours)).toBe(expected);
});

test('what is generated already is kept, formatted or not', async () => {
  const same = { kind: 'keep', reason: 'same' };
  expect(await styled(next)).toEqual(same);
  expect(await styled(next.replaceAll(';', ''))).toEqual(same);
});

const from = (digit: string) => `FROM node:1.${digit}.0@sha256:${digit.repeat(64)}\nRUN a\nRUN b\n`;

test('bytes that are no UTF-8 survive beside versions that are hidden for a while', async () => {
  const ours = Buffer.concat([Buffer.from(from('1')), Buffer.from([0x23, 0xe9, 0x0a])]);
  const merged = await mergeFile(
    {
      path: 'Dockerfile',
      from: 'Dockerfile',
      base: treeFile(from('1')),
      ours,
      next: treeFile(from('2')),
    },
    {
      root: '/nowhere',
      conflict: 'stop',
      restore: false,
      style: (_path, content) => Promise.resolve(content),
      isLost: () => false,
    },
  );
  const content = 'content' in merged ? Buffer.from(merged.content) : Buffer.alloc(0);
  expect(content).toEqual(Buffer.concat([Buffer.from(from('2')), Buffer.from([0x23, 0xe9, 0x0a])]));
});

test('of what is no text, and changed on both sides, ours is kept', async () => {
  expect(await mergeThree('a.png', 'binary', ['a', 'b', 'c'])).toEqual({
    kind: 'keep',
    reason: 'binary',
  });
  expect(await mergeThree('a.ts', 'text', ['a', 'b\0', 'c'])).toEqual({
    kind: 'keep',
    reason: 'binary',
  });
  expect(await mergeThree('a.png', 'binary', ['a', 'a', 'c'])).toEqual({
    kind: 'update',
    content: 'c',
  });
});
