import { expect, test } from 'vitest';
import type { Adapter } from '../../../generators/core/model/adapter.ts';
import type { Cast } from '../../../generators/core/model/load.ts';
import { addUp } from '../../../generators/core/model/model.ts';
import { render } from '../../../generators/core/render/render.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { resourceInput, specInput } from '../spec/spec-input.ts';
import { join, relative } from 'node:path';
import { templatesFolder } from '../../../generators/core/render/templates-folder.ts';
import { folderWith } from './folder-with.ts';

const spec = parseSpec(specInput({ resources: [resourceInput()] }));

const folder = (
  id: string,
  adapter: Adapter,
  payload: Readonly<Record<string, readonly string[]>> = {},
): Cast['folders'][number] => ({
  id,
  code: `${id}/adapter`,
  payload: { files: [], resource: [], migration: [], data: [], ...payload },
  adapter,
});

const castOf = (...folders: Cast['folders']): Cast => ({
  model: addUp(
    spec,
    folders.map(({ adapter }) => adapter.contribute?.(spec) ?? {}),
  ),
  stacks: [{ lineWidth: 100 }],
  folders,
});

const writes = (path: string, text: string): Adapter => ({ writers: { [path]: () => text } });

const payloadOf = (files: Readonly<Record<string, string>>): string[] => {
  const root = folderWith(files);
  return Object.keys(files).map((path) => relative(templatesFolder, join(root, path)));
};

test('a file knows its unit, owner, kind of merge and template', async () => {
  const adapter = { ...writes('a.json', '{}'), contribute: () => ({ managed: ['a.json'] }) };
  const resource = payloadOf({ 'resource/__one.kebab__.txt.ejs': '<%= it.resource.one.words %>' });
  const tree = await render(castOf(folder('x', adapter, { resource })));
  expect([...tree.keys()]).toEqual(['project', 'resources/book']);
  expect(tree.get('project')?.get('a.json')).toEqual({
    content: Buffer.from('{}\n'),
    mode: 0o644,
    merge: 'json',
    owner: 'managed',
    template: 'x/adapter#a.json',
  });
  expect(tree.get('resources/book')?.get('book.txt')).toMatchObject({
    content: Buffer.from('book'),
    merge: 'text',
    owner: 'shared',
    template: resource[0],
  });
});

test('two adapters that write one path are an error that names both', async () => {
  const cast = castOf(folder('x', writes('a.txt', '1')), folder('y', writes('a.txt', '1')));
  await expect(render(cast)).rejects.toThrow(
    'y/adapter#a.txt and x/adapter#a.txt both write a.txt',
  );
});

test('a project and a resource that write one path are an error', async () => {
  const resource = payloadOf({ 'resource/a.txt': '1' });
  const cast = castOf(folder('x', writes('a.txt', '1'), { resource }));
  await expect(render(cast)).rejects.toThrow('resources/book and project both write a.txt');
});

test('what renders empty is not written', async () => {
  const files = payloadOf({ 'files/empty.txt.ejs': '', 'files/full.txt.ejs': 'x' });
  const project = (await render(castOf(folder('x', {}, { files })))).get('project');
  expect([...(project?.keys() ?? [])]).toEqual(['full.txt']);
});

test('only .ejs is rendered, the rest is copied byte for byte', async () => {
  const files = payloadOf({ 'files/a.bin': '\u0000<%= it.nope %>\r\n' });
  const project = (await render(castOf(folder('x', {}, { files })))).get('project');
  expect(Buffer.from(project?.get('a.bin')?.content ?? '').toString()).toBe(
    '\u0000<%= it.nope %>\r\n',
  );
});
