import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { loadCast } from '../../../generators/core/model/load.ts';
import type { Cast } from '../../../generators/core/model/load.ts';
import { addUp } from '../../../generators/core/model/model.ts';
import { migrate } from '../../../generators/core/render/migrate.ts';
import { templatesFolder } from '../../../generators/core/render/templates-folder.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { specInput } from '../spec/spec-input.ts';
import { folderWith } from './folder-with.ts';

const specOf = (edges: Readonly<Record<string, readonly string[]>>) =>
  parseSpec(
    specInput({
      resources: Object.entries(edges).map(([name, targets]) => ({
        name,
        fields: [
          { name: 'title', type: 'string' },
          ...targets.map((resource) => ({ name: `of${resource}`, type: 'reference', resource })),
        ],
      })),
    }),
  );

function castOf(edges: Readonly<Record<string, readonly string[]>>): Cast {
  const folder = folderWith({ 'migration/create.sql.ejs': 'make <%= it.resource.many.snake %>' });
  const template = relative(templatesFolder, join(folder, 'migration/create.sql.ejs'));
  const payload = { files: [], resource: [], migration: [template], data: [] };
  return {
    model: addUp(specOf(edges), []),
    stacks: [{ migrations: { folder: 'db', extension: '.sql' } }],
    folders: [{ id: 'x', code: undefined, payload, adapter: {} }],
  };
}

const namesOf = async (...given: Parameters<typeof migrate>) =>
  (await migrate(...given)).map(({ name }) => name);

test('each resource gets a migration with its verb and table', async () => {
  expect(await migrate(undefined, castOf({ purchaseOrder: [] }))).toEqual([
    { folder: 'db', name: 'create_purchase_orders.sql', content: 'make purchase_orders' },
  ]);
});

test.each([
  [{ a: [], b: [], c: [] }, ['as', 'bs', 'cs']],
  [{ a: ['b'], b: ['c'], c: [] }, ['cs', 'bs', 'as']],
  [{ a: ['a', 'c'], b: [], c: ['c'] }, ['cs', 'as', 'bs']],
  [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, ['ds', 'bs', 'cs', 'as']],
])('a table comes after those that it refers to: %j', async (edges, tables) => {
  expect(await namesOf(undefined, castOf(edges))).toEqual(
    tables.map((table) => `create_${table}.sql`),
  );
});

test('what was there before gets none', async () => {
  const before = specOf({ a: [] });
  expect(await namesOf(before, castOf({ a: [], b: ['a'] }))).toEqual(['create_bs.sql']);
  expect(await namesOf(before, castOf({ a: [] }))).toEqual([]);
});

test('a stack without migrations gets none', async () => {
  expect(await migrate(undefined, { ...castOf({ a: [] }), stacks: [{}] })).toEqual([]);
});

test('a migration that names its table runs once, before those of resources, when it joins', async () => {
  const cast = castOf({ a: [] });
  const folder = folderWith({ 'migration/create_users.sql': 'make users' });
  const template = relative(templatesFolder, join(folder, 'migration/create_users.sql'));
  const payload = { files: [], resource: [], migration: [template], data: [] };
  const joined = { ...cast, folders: [...cast.folders, { ...cast.folders[0]!, id: 'y', payload }] };
  expect(await namesOf(undefined, joined)).toEqual(['create_users.sql', 'create_as.sql']);
  expect(await namesOf(specOf({ a: [] }), joined)).toEqual(['create_users.sql']);
});

test('what ran once does not run again', async () => {
  const before = specOf({ a: [] });
  const after = specOf({ a: [], b: [] });
  const cast = await loadCast(after);
  expect((await namesOf(before, cast)).filter((name) => !name.includes('_bs'))).toEqual([]);
  expect((await namesOf(undefined, cast)).length).toBeGreaterThan(2);
});

test('names of keys and indexes fit into every database, and stay different', async () => {
  const references = ['aVeryLongFieldOfThirtyLettersX', 'aVeryLongFieldOfThirtyLettersY'];
  const fields = references.map((name) => ({ name, type: 'reference', resource: 'page' }));
  const resources = [
    {
      name: 'long',
      plural: 'aVeryLongNamesOfThirtyLetters',
      fields: [{ name: 'title', type: 'string' }, ...fields],
    },
    { name: 'page', fields: [{ name: 'title', type: 'string' }] },
  ];
  const written = await migrate(undefined, await loadCast(parseSpec(specInput({ resources }))));
  const content = written.find(({ name }) => name.includes('very_long'))?.content ?? '';
  const names = [...content.matchAll(/(?:createIndex|ForeignKeyConstraint)\(\s*'(\w+)'/gu)];
  expect(new Set(names.map(([, name]) => name)).size).toBe(names.length);
  expect(names.filter(([, name = '']) => name.length === 63)).toHaveLength(4);
  expect(names.filter(([, name = '']) => name.length > 63)).toEqual([]);
});
