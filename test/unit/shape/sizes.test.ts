import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../render/folder-with.ts';
import { filesIn, linesOf, payload, programFiles, repository, templateCode } from './sources.ts';

const longestFile = 300;
const longestFunction = 60;
const mostInMedian = 80;

const ours = [...programFiles, ...templateCode];

test(`no file has more than ${longestFile} lines`, () => {
  const files = [...ours, ...payload, ...filesIn('scripts'), ...filesIn('test')];
  const long = files.filter(
    (path) => !/^test\/golden\/|\.(?:json|txt)$/u.test(path) && linesOf(path) > longestFile,
  );
  expect(long).toEqual([]);
});

test(`half of the files have fewer than ${mostInMedian} lines`, () => {
  const lengths = ours.map(linesOf).toSorted((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(mostInMedian);
});

test(`no function has more than ${longestFunction} lines`, () => {
  const config = join(folderWith({}), 'oxlint.json');
  const max = { max: longestFunction, skipBlankLines: true, skipComments: true };
  writeFileSync(
    config,
    JSON.stringify({
      categories: { correctness: 'off' },
      rules: { 'max-lines-per-function': ['error', max] },
    }),
  );
  const folders = ['generators', ...templateCode];
  const { stdout } = spawnSync(
    process.execPath,
    [join(repository, 'node_modules/oxlint/bin/oxlint'), '-c', config, ...folders],
    { cwd: repository, encoding: 'utf8' },
  );
  expect(stdout).toContain('Found 0 warnings and 0 errors.');
});
