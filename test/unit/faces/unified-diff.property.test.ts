import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { unifiedDiff } from '../../../generators/core/faces/look/unified-diff.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'groundwork-diff-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const line = fc.constantFrom('a', 'b', 'c', '', ' d', '-e', '+f', '\\ g', 'ü\r');
const text = fc
  .tuple(fc.array(line, { maxLength: 24 }), fc.boolean())
  .map(([lines, ended]) => lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));
const side = fc.option(text, { nil: undefined });

const sideOf = (one: string | undefined) =>
  one === undefined ? undefined : { text: one, mode: 0o644 };

const path = 'file.txt';
const file = join(folder, path);

function byGit(before: string | undefined, patch: string): string | undefined {
  rmSync(file, { force: true });
  if (before !== undefined) writeFileSync(file, before);
  if (patch !== '') {
    const options = ['apply', '--unidiff-zero', '--whitespace=nowarn', '--allow-empty', '-'];
    execFileSync('git', options, { cwd: folder, input: patch, env: { PATH: process.env['PATH'] } });
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

test('what git makes of a diff is the text that it was made for', () => {
  fc.assert(
    fc.property(side, side, (before, after) => {
      const patch = unifiedDiff(path, sideOf(before), sideOf(after));
      expect(byGit(before, patch)).toBe(after);
      expect(patch === '').toBe(before === after);
    }),
    { numRuns: 150 },
  );
});

test('who may run a file is told, too', () => {
  expect(unifiedDiff('a', { text: 'x\n', mode: 0o644 }, { text: 'x\n', mode: 0o755 })).toBe(
    'diff --git a/a b/a\nold mode 100644\nnew mode 100755\n',
  );
  const [ours, everybody] = [
    { text: 'x\n', mode: 0o600 },
    { text: 'x\n', mode: 0o644 },
  ];
  expect(unifiedDiff('src/modules/a', ours, everybody)).toBe('');
});
