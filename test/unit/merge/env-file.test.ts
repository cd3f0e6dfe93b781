import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyOperations } from '../../../generators/core/apply/transaction.ts';
import { planEnvironment } from '../../../generators/core/merge/env-file.ts';
import { folderWith } from '../render/folder-with.ts';

const known = '# Port.\nPORT=3000\n\n# Level.\nLOG_LEVEL=info\n';
const next = `${known}\n# Signs tokens.\nJWT_SECRET=abc=\n\n# Where it is.\nDATABASE_URL=x\n`;

/** What becomes of `.env`. */
async function after(held: string, was = known): Promise<string> {
  const root = folderWith({});
  writeFileSync(join(root, '.env'), held);
  chmodSync(join(root, '.env'), 0o600);
  const { operations } = planEnvironment(root, was, next);
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

test('where there is none, as in a clone, none is made', () => {
  expect(planEnvironment(folderWith({}), known, next)).toEqual({ changes: [], operations: [] });
});
