import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeBaseline, decodeHead } from '../../../generators/core/apply/baseline.ts';
import { readState, stateFiles } from '../../../generators/core/apply/state.ts';
import { loadCast } from '../../../generators/core/model/load.ts';
import { render } from '../../../generators/core/render/render.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { specInput } from '../spec/spec-input.ts';
import { makeFolder } from './folder.ts';

const author = { name: 'author', fields: [{ name: 'name', type: 'string', required: true }] };
const book = { name: 'book', fields: [{ name: 'title', type: 'string', required: true }] };
const generator = { version: '1.0.0', templates: 'abc' };

const stateOf = async (...resources: readonly unknown[]) => {
  const spec = parseSpec(specInput({ resources }));
  return new Map(stateFiles(spec, await render(await loadCast(spec)), generator));
};

test('another resource of the same kinds leaves the other baselines as they are', async () => {
  const [one, two] = [await stateOf(book), await stateOf(author, book)];
  for (const path of ['.groundwork/base/project.br', '.groundwork/base/resources/book.br']) {
    expect(decodeBaseline(one.get(path)!), path).toEqual(decodeBaseline(two.get(path)!));
  }
});

test('what a resource refers to is one of its inputs', async () => {
  const field = { name: 'author', type: 'reference', resource: 'author' };
  const novel = { name: 'novel', fields: [...book.fields, field] };
  const writer = { ...author, plural: 'writers' };
  const [one, two] = [await stateOf(author, novel), await stateOf(writer, novel)];
  const inputs = [one, two].map(
    (state) => decodeBaseline(state.get('.groundwork/base/resources/novel.br')!).inputs,
  );
  expect(inputs[0]).not.toBe(inputs[1]);
});

test('a repository gives its spec back', async () => {
  const root = makeFolder();
  for (const [path, content] of await stateOf(author, book)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const spec = parseSpec(specInput({ resources: [author, book] }));
  expect(readState(root)).toEqual({ spec, generator });
});

test('a manifest without its folder is refused, for its resources are not in it', async () => {
  const root = makeFolder();
  const manifest = (await stateOf(book)).get('groundwork.json')!;
  writeFileSync(join(root, 'groundwork.json'), manifest);
  expect(() => readState(root)).toThrow('is a copy');
});

test('two heads that git has merged are none', async () => {
  const [one, two] = [await stateOf(book), await stateOf(author, book)];
  const path = '.groundwork/base/project.br';
  const [head = '', ...rest] = Buffer.from(one.get(path)!).toString().split('\n');
  const other = head.replace(/"inputs":"\w+"/u, '"inputs":"abc"');
  const merged = Buffer.from([head, other, ...rest].join('\n'));
  expect(decodeHead(merged, merged.length).inputs).toBe('');
  expect(decodeBaseline(merged)).toEqual({ ...decodeBaseline(two.get(path)!), inputs: '' });
});
