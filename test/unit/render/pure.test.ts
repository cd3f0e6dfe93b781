import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cases, filesOf } from '../../matrix/cases.ts';

const script = fileURLToPath(new URL('print-tree.ts', import.meta.url));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

// The spec with most in it stands last.
const { spec } = cases.at(-1) ?? { spec: undefined };

test('another process, place, zone, language and environment render the same bytes', async () => {
  if (spec === undefined) throw new Error('no case');
  const here = [...(await filesOf(spec)).files].map(([path, text]) => [path, sha256(text)]);
  const { stdout, stderr } = spawnSync(process.execPath, [script, JSON.stringify(spec)], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', PORT: '1' },
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(here);
  expect(here.length).toBeGreaterThan(3);
});

test('the order of the keys in the answers changes no byte', async () => {
  if (spec === undefined) throw new Error('no case');
  const turned = Object.fromEntries(Object.entries(spec).toReversed()) as typeof spec;
  expect((await filesOf(turned)).files).toEqual((await filesOf(spec)).files);
});
