import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyOperations } from '../../../generators/core/apply/transaction.ts';
import { planEnvironment } from '../../../generators/core/merge/env-file.ts';
import { folderWith } from '../render/folder-with.ts';

const known = '# Port.\nPORT=3000\n\n# Level.\nLOG_LEVEL=info\n';
const next = `${known}\n# Signs tokens.\nJWT_SECRET=abc=\n\n# Where it is.\nDATABASE_URL=x\n`;

/** What becomes of `.env`. */
async function after(held: string, was = known, wanted?: 'new' | 'all'): Promise<string> {
  const root = folderWith({});
  writeFileSync(join(root, '.env'), held);
  chmodSync(join(root, '.env'), 0o600);
  const { operations } = planEnvironment(root, was, next, wanted);
  await applyOperations(root, operations);
  expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
  return readFileSync(join(root, '.env'), 'utf8');
}

const added = '# Signs tokens.\nJWT_SECRET=abc=\n\n# Where it is.\nDATABASE_URL=x\n';

test.each([
  ['new variables are appended', 'PORT=1\n', `PORT=1\n\n${added}`],
  ['behind a last line without an end, too', 'PORT=1', `PORT=1\n\n${added}`],
  ['to an empty file', '', added],
  ['in CR LF', 'PORT=1\r\n', `PORT=1\r\n\r\n${added.replaceAll('\n', '\r\n')}`],
  [
    'but not those that are there',
    'export JWT_SECRET=mine\nDATABASE_URL =\n',
    'export JWT_SECRET=mine\nDATABASE_URL =\n',
  ],
  [
    'nor those that are put out of use',
    '# JWT_SECRET=x\n#DATABASE_URL=y\n',
    '# JWT_SECRET=x\n#DATABASE_URL=y\n',
  ],
  ['one of them', 'DATABASE_URL=y\n', 'DATABASE_URL=y\n\n# Signs tokens.\nJWT_SECRET=abc=\n'],
])('%s', async (_, held, expected) => {
  expect(await after(held)).toBe(expected);
});

test('what the team took out does not come back', async () => {
  expect(await after('PORT=1\n', next)).toBe('PORT=1\n');
});

test('unless the project is brought up to its spec: what came with a pull lacks, too', async () => {
  expect(await after('PORT=1\n', next, 'all')).toBe(
    `PORT=1\n\n# Level.\nLOG_LEVEL=info\n\n${added}`,
  );
  const out = '#PORT=1\n# LOG_LEVEL=x\n#JWT_SECRET=x\n#DATABASE_URL=y\n';
  expect(await after(out, next, 'all')).toBe(out);
});

test('a link is not followed, and what has to be added there is told', () => {
  const root = folderWith({ elsewhere: 'PORT=1\n' });
  symlinkSync('elsewhere', join(root, '.env'));
  expect(planEnvironment(root, known, next)).toEqual({
    changes: [
      {
        path: '.env',
        action: 'keep',
        reason: 'linked',
        why: 'is no file of its own, so that nothing is written there: add JWT_SECRET, DATABASE_URL',
      },
    ],
    operations: [],
  });
  expect(planEnvironment(root, next, next)).toEqual({ changes: [], operations: [] });
});

test('where there is none, as in a clone, none is made', () => {
  expect(planEnvironment(folderWith({}), known, next)).toEqual({ changes: [], operations: [] });
});
