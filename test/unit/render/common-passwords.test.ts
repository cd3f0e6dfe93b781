import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linesOfData } from '../../../generators/core/render/templates-folder.ts';
import { writers } from '../../../templates/stacks/node/auth/jwt/adapter.ts';
import { folderWith } from './folder-with.ts';

const entries = linesOfData('project/auth/jwt/data/common-passwords.txt');

test('the list of common passwords holds each once, in order, as it is compared', () => {
  expect(entries.length).toBeGreaterThan(500);
  expect(entries).toEqual([...new Set(entries)].toSorted());
  const odd = entries.filter(
    (entry) =>
      [...entry].length < 12 || entry !== entry.toLowerCase().normalize() || entry !== entry.trim(),
  );
  expect(odd).toEqual([]);
});

test.each(Object.entries(writers))(
  '%s holds every entry, one a line and bare',
  async (_, write) => {
    const text = write();
    const file = join(folderWith({ 'list.ts': text }), 'list.ts');
    const { commonPasswords } = (await import(file)) as { readonly commonPasswords: unknown };
    expect(commonPasswords).toEqual(entries);
    // Between quotes and commas, a search for leaks takes `adminpassword` and its neighbour for a key.
    const lines = new Set(text.replaceAll(/\\(?=[\\`$])/gu, '').split('\n'));
    expect(entries.filter((entry) => !lines.has(entry))).toEqual([]);
  },
);
