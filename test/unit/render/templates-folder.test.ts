import { expect, test } from 'vitest';
import {
  adapterFolders,
  importTemplateCode,
} from '../../../generators/core/render/templates-folder.ts';
import { folderWith } from './folder-with.ts';

test('an adapter folder is code, payload or both; what lies in payload is payload', () => {
  const root = folderWith({
    'choices.ts': '',
    'project/adapter.ts': '',
    'project/readme.ts': '',
    'stacks/node/stack.ts': '',
    'stacks/node/fields.ts': '',
    'stacks/node/database/sqlite/files/src/b.ts': '',
    'stacks/node/database/sqlite/files/src/a.ts': '',
    'stacks/node/database/sqlite/migration/create.ts.ejs': '',
    'project/auth/jwt/data/words.txt': '',
    'stacks/node/has/unique/resource/files/x.ts': '',
    'stacks/node/has/unique/resource/adapter.ts': '',
    'stacks/node/has/unique/adapter.ts': '',
  });
  const none = { files: [], resource: [], migration: [], data: [] };
  const at = (id: string, code: string | undefined, payload: object) => ({
    id,
    code,
    payload: { ...none, ...payload },
  });
  const sqlite = 'stacks/node/database/sqlite';
  const unique = 'stacks/node/has/unique';
  const found = [...adapterFolders(root).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(found).toEqual([
    at('project', 'project/adapter', {}),
    at('project/auth/jwt', undefined, { data: ['project/auth/jwt/data/words.txt'] }),
    at('stacks/node', 'stacks/node/stack', {}),
    at(sqlite, undefined, {
      files: [`${sqlite}/files/src/a.ts`, `${sqlite}/files/src/b.ts`],
      migration: [`${sqlite}/migration/create.ts.ejs`],
    }),
    at(unique, `${unique}/adapter`, {
      resource: [`${unique}/resource/adapter.ts`, `${unique}/resource/files/x.ts`],
    }),
  ]);
});

test('a list that the build has left is taken for the folders', () => {
  const root = folderWith({ 'paths.txt': 'project/adapter.ts\nproject/files/a.ts' });
  const payload = { files: ['project/files/a.ts'], resource: [], migration: [], data: [] };
  const project = { id: 'project', code: 'project/adapter', payload };
  expect(adapterFolders(root)).toEqual(new Map([['project', project]]));
});

const folders = [...adapterFolders().values()];

test.each(folders.flatMap(({ id, code }) => (code === undefined ? [] : [[id, code]])))(
  '%s exports what an adapter may, and nothing else',
  async (id, code) => {
    const loaded = (await importTemplateCode(code)) as Record<string, unknown>;
    const known: Record<string, string> = {
      contribute: 'function',
      writers: 'object',
      migrations: 'object',
    };
    if (code.endsWith('/stack')) known['stack'] = 'object';
    for (const [name, value] of Object.entries(loaded)) expect(typeof value).toBe(known[name]);
    expect(Object.keys(loaded).length).toBeGreaterThan(0);
    expect('stack' in loaded).toBe(/^stacks\/[a-z-]+$/u.test(id));
    const writers = (loaded['writers'] ?? {}) as Record<string, unknown>;
    for (const write of Object.values(writers)) expect(typeof write).toBe('function');
    const { imports, ...written } = (loaded['migrations'] ?? {}) as Record<string, unknown>;
    for (const write of Object.values(written)) expect(typeof write).toBe('function');
    for (const line of Object.values(imports ?? {})) expect(line).toMatch(/^import /u);
  },
);
