import { expect, test } from 'vitest';
import { versions } from '../../../templates/versions.ts';
import { loadCast } from '../../../generators/core/model/load.ts';
import { cases } from '../../matrix/cases.ts';
import { templateFiles, textOf } from './sources.ts';

const exact = /^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/u;

test('every version of a package is exact', () => {
  const loose = Object.entries(versions.npm).filter(([, version]) => !exact.test(version));
  expect(loose).toEqual([]);
});

test('every range of a package keeps to what is known of it', () => {
  const range = /^>=\d+(?:\.\d+)*,<\d+(?:\.\d+)*$/u;
  const loose = Object.entries(versions.pypi).filter(([, version]) => !range.test(version));
  expect(loose).toEqual([]);
});

test('the image of uv is what pipelines install', () => {
  expect(versions.images.uv.tag).toBe(versions.uv.version);
  expect(versions.images.python.tag.split('-')[0]).toBe(versions.python.version);
});

test('every package is used by some adapter, and by no other way', async () => {
  const used = new Set<string>();
  for (const { spec } of cases) {
    const { packages } = (await loadCast(spec)).model;
    for (const name of [...Object.keys(packages.runtime), ...Object.keys(packages.development)]) {
      used.add(name);
    }
  }
  const known = [...Object.keys(versions.npm), ...Object.keys(versions.pypi)];
  expect(known.toSorted()).toEqual([...used].toSorted());
});

test('a package is needed at run time or in development, not both', async () => {
  for (const { spec } of cases) {
    const { runtime, development } = (await loadCast(spec)).model.packages;
    expect(Object.keys(runtime).filter((name) => name in development)).toEqual([]);
  }
});

test('the runtime is at least what projects need, and of its major', () => {
  const { runtime, minimum, major } = versions.node;
  const [ours, needed] = [runtime, minimum].map((version) => version.split('.').map(Number));
  expect(runtime.split('.')[0]).toBe(major);
  expect(minimum.split('.')[0]).toBe(major);
  expect((ours?.[1] ?? 0) >= (needed?.[1] ?? 0)).toBe(true);
});

test('images are pinned by tag and digest, actions by commit, archives by checksum', () => {
  for (const { tag, digest } of Object.values(versions.images)) {
    expect(tag).toMatch(/^\d+(?:\.\d+)+(?:-|$)/u);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/u);
  }
  for (const { version, commit } of Object.values(versions.actions)) {
    expect(version).toMatch(/^v\d+\.\d+\.\d+$/u);
    expect(commit).toMatch(/^[0-9a-f]{40}$/u);
  }
  for (const { archive, sha256 } of Object.values(versions.tools)) {
    expect(archive).toMatch(/^https:.*\d+\.\d+\.\d+/u);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
  }
});

test('the image of the runtime is that of the runtime', () => {
  expect(versions.images.node.tag.split('-')[0]).toBe(versions.node.runtime);
});

test('no version stands anywhere else in the templates', () => {
  const known = [
    ...Object.values(versions.npm),
    ...Object.values(versions.actions).flatMap(({ version, commit }) => [version, commit]),
    ...Object.values(versions.images).flatMap(({ tag, digest }) => [tag, digest]),
    ...Object.values(versions.tools).flatMap(({ archive, sha256 }) => [archive, sha256]),
    versions.node.runtime,
    versions.node.minimum,
  ];
  const strays = templateFiles
    .filter((path) => path !== 'templates/versions.ts')
    .flatMap((path) => {
      const text = textOf(path);
      return known
        .filter((version) => text.includes(`'${version}'`))
        .map((version) => [path, version]);
    });
  expect(strays).toEqual([]);
});
