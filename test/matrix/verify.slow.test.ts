import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isServer, serverUrl, skipWithoutServer } from '../servers/server-url.ts';
import { folderWith } from '../unit/render/folder-with.ts';
import { repository } from '../unit/shape/sources.ts';
import { filesOf, npmCases as cases } from './cases.ts';
import { useWorkshop, putProject, runIn } from './workshop.ts';

const workshop = useWorkshop();

/** What is loaded by its place or its name, and what a migration tool finds by itself. */
const knip = {
  entry: [
    'src/server.ts',
    'src/plugins/*.ts',
    'src/modules/**/*.routes.ts',
    'src/modules/**/*.permissions.ts',
    'src/modules/**/*.on-delete.ts',
    'src/data/migrate.ts',
    'src/data/migrations/*.ts',
    'test/support/around-tests.ts',
  ],
  project: ['src/**/*.ts', 'test/**/*.ts'],
  // Found by oxlint, which starts it; named by scripts, which are no programs.
  ignoreDependencies: ['oxlint-tsgolint'],
  ignoreUnresolved: ['tsconfig.build.json'],
};

/** A pipeline or an image changes no file that these checks read: one case for each program. */
const programs = new Map<string, (typeof cases)[number]>();
for (const one of cases) {
  const { files } = await filesOf(one.spec);
  const read = [...files].filter(([path]) => /^(?:src|test)\/|^(?:package|tsconfig)/u.test(path));
  const key = JSON.stringify(read);
  if (!programs.has(key)) programs.set(key, one);
}

/** Those in which a database can differ: verified on each. All others are verified once. */
const onEveryDatabase: ReadonlySet<string> = new Set([
  'the example',
  'rows that go with others',
  'every-type.json',
]);

const placeOf = ({ set, spec }: (typeof cases)[number]): string =>
  onEveryDatabase.has(set) ? `${set} on ${spec.database}` : set;

/** The first of each place. */
const verified: ReadonlySet<string> = new Set(
  new Map([...programs.values()].toReversed().map((one) => [placeOf(one), one.id])).values(),
);

test('what is verified on every database is there', () => {
  const sets = new Set(cases.map(({ set }) => set));
  expect([...onEveryDatabase].filter((set) => !sets.has(set))).toEqual([]);
});

const pairsOf = (some: typeof cases): ReadonlySet<string> =>
  new Set(some.map(({ spec }) => `${spec.database} ${spec.auth}`));

test('every database is verified with users and without', () => {
  expect(pairsOf(cases.filter(({ id }) => verified.has(id)))).toEqual(pairsOf(cases));
});

describe.each([...programs.values()])('$title', { timeout: 600_000 }, ({ id, spec }) => {
  const green = 'is green at once: its own verify, types and lint and tests and build';
  const needsServer = isServer(spec.database);
  const server = needsServer ? serverUrl(spec.database) : undefined;

  if (verified.has(id) && needsServer && server === undefined) {
    skipWithoutServer(spec.database, green);
  } else if (verified.has(id)) {
    test(green, async () => {
      const folder = putProject(workshop(), id, (await filesOf(spec)).files);
      const env = server === undefined ? {} : { TEST_DATABASE_URL: server };
      const { ok, output } = await runIn(folder, 'npm', ['run', 'verify'], env);
      expect(ok, output.slice(-8000)).toBe(true);
    });
  }

  test('has no file, export or dependency that nothing uses', async () => {
    const folder = putProject(workshop(), `${id}-knip`, (await filesOf(spec)).files);
    const config = join(folderWith({}), 'knip.json');
    writeFileSync(config, JSON.stringify(knip));
    const words = [
      join(repository, 'node_modules/knip/bin/knip.js'),
      '--directory',
      folder,
      '--config',
      config,
      '--no-progress',
      '--no-config-hints',
    ];
    const { ok, output } = await runIn(folder, process.execPath, words);
    expect(ok, output.slice(-8000)).toBe(true);
  });
});
