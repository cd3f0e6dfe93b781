import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeBaseline, encodeBaseline } from '../../../generators/core/apply/baseline.ts';
import type { Baseline } from '../../../generators/core/apply/baseline.ts';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import { loadCast } from '../../../generators/core/model/load.ts';
import { checkRepository } from '../../../generators/core/repository/check.ts';
import type { TreeFile } from '../../../generators/core/render/tree.ts';
import { findLost } from '../../../generators/core/repository/lost.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import { refuseUncommitted } from '../../../generators/core/repository/uncommitted.ts';
import { recordedSpec } from '../../../generators/core/repository/recorded-spec.ts';
import { snapshot } from '../apply/files.ts';
import { makeFolder } from '../apply/folder.ts';
import { bringTo, planTo, resource, specOf, writeProject } from './project.ts';

const [author, book] = [resource('author'), resource('book')];
const spec = specOf(author, book);
/** Another change than the one that mends. */
const more = specOf(author, resource('book', { name: 'price', type: 'decimal' }));

const base = (unit: string) => `.groundwork/base/${unit}.br`;
const bookBase = base('resources/book');

type Damage = (root: string) => void;

const write =
  (path: string, text: string): Damage =>
  (root) => {
    writeFileSync(join(root, path), text);
  };
const removed =
  (path: string): Damage =>
  (root) => {
    rmSync(join(root, path));
  };

/** Rewrites the head of a baseline. */
const head =
  (path: string, change: object): Damage =>
  (root) => {
    const bytes = readFileSync(join(root, path));
    const end = bytes.indexOf('\n');
    const changed = { ...(JSON.parse(bytes.subarray(0, end).toString()) as object), ...change };
    writeFileSync(
      join(root, path),
      Buffer.concat([Buffer.from(JSON.stringify(changed)), bytes.subarray(end)]),
    );
  };

/** A baseline that claims a file elsewhere. */
const outside: Damage = (root) => {
  const { files, ...rest } = decodeBaseline(readFileSync(join(root, bookBase)));
  const file = files.get('src/modules/books/books.service.ts');
  if (file === undefined) throw new Error('it holds no file');
  writeFileSync(
    join(root, bookBase),
    encodeBaseline({ ...rest, files: new Map([...files, ['../outside', file]]) }),
  );
};

/** State that `apply` puts right; other commands that need it refuse. */
const mended: readonly (readonly [what: string, damage: Damage, drift: readonly string[]])[] = [
  ['a baseline is missing', removed(bookBase), ['spec .groundwork/resources/book.json']],
  [
    'the baseline of the project is missing',
    removed(base('project')),
    [`state ${base('project')}`],
  ],
  [
    'a baseline is cut short',
    (root) => truncateSync(join(root, bookBase), 700),
    [`state ${bookBase}`],
  ],
  [
    'a baseline is cut short in its head',
    (root) => truncateSync(join(root, bookBase), 50),
    [`state ${bookBase}`],
  ],
  ['a baseline leads out of the project', outside, [`state ${bookBase}`]],
  ['a baseline is empty', write(bookBase, ''), [`state ${bookBase}`]],
  ['a baseline has another format', head(bookBase, { format: 99 }), [`state ${bookBase}`]],
  [
    'a baseline is that of another unit',
    head(bookBase, { unit: 'resources/author' }),
    [`state ${bookBase}`],
  ],
  [
    'a baseline is text that git merged',
    write(bookBase, '<<<<<<< ours\n=======\n>>>>>>> theirs\n'),
    [`state ${bookBase}`],
  ],
];

/** State that is put right by any command that comes by. */
const harmless: readonly (readonly [what: string, damage: Damage, drift: readonly string[]])[] = [
  ['the inputs of a baseline are others', head(bookBase, { inputs: 'abc' }), [`state ${bookBase}`]],
  ['the schema is missing', removed('.groundwork/schema.json'), ['state .groundwork/schema.json']],
  [
    'the schema is no JSON',
    write('.groundwork/schema.json', '{'),
    ['state .groundwork/schema.json'],
  ],
];

/** State in the way of nothing, which `apply` removes. */
const extra: readonly (readonly [what: string, damage: Damage, drift: readonly string[]])[] = [
  [
    'a file that is no baseline',
    write(base('resources/other'), 'x'),
    [`state ${base('resources/other')}`],
  ],
  [
    'a file of another name',
    write('.groundwork/base/notes.txt', 'x'),
    ['state .groundwork/base/notes.txt'],
  ],
];

const driftOf = async (root: string) => {
  const repository = await openRepository(root, 'read', thisGenerator());
  return (await checkRepository(repository)).drift.map(({ kind, path }) => `${kind} ${path}`);
};

const deleted = 'src/modules/books/books.schema.ts';

test('beside a damaged baseline, edits that git could not give back are named all the same', async () => {
  const { root } = await damaged((folder) => truncateSync(join(folder, base('project')), 700));
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  execFileSync('git', ['add', '--all'], { cwd: root });
  const ada = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  execFileSync('git', [...ada, 'commit', '--quiet', '-m', 'work'], { cwd: root });
  appendFileSync(join(root, '.gitignore'), 'ours\n');
  const plan = await planTo(root, undefined, { healing: true, restore: true });
  const repository = await openRepository(root, 'write', thisGenerator());
  await expect(refuseUncommitted(repository, plan)).rejects.toMatchObject({
    faults: [{ path: '.gitignore', message: 'is edited and not committed' }],
  });
});

test('a damaged baseline is named once', async () => {
  const root = await writeProject(makeFolder(), spec);
  truncateSync(join(root, bookBase), 700);
  const repository = await openRepository(root, 'read', thisGenerator());
  expect((await checkRepository(repository)).drift).toEqual([
    { path: bookBase, kind: 'state', why: 'is damaged: it is cut short' },
  ]);
});

/** A project with an edit and without a file that was deleted. */
async function damaged(damage: Damage) {
  const root = await writeProject(makeFolder(), spec);
  appendFileSync(join(root, 'src/modules/books/books.service.ts'), '\n// ours\n');
  appendFileSync(join(root, 'src/app.ts'), '\n// ours\n');
  rmSync(join(root, deleted));
  const sound = snapshot(root);
  damage(root);
  return { root, sound };
}

describe.each([...mended, ...harmless, ...extra])('%s', (_, damage, drift) => {
  test('a check tells it and writes nothing', async () => {
    const { root } = await damaged(damage);
    const was = snapshot(root);
    expect(await driftOf(root)).toEqual(drift);
    expect(snapshot(root)).toEqual(was);
  });

  test('apply mends it, and touches no file of the team', async () => {
    const { root, sound } = await damaged(damage);
    await bringTo(root, undefined, { healing: true });
    const { [deleted]: __, ...rest } = snapshot(root);
    expect(rest).toEqual(sound);
    expect(await driftOf(root)).toEqual([]);
  });
});

/** Those of the table of which nobody knows what the unit was. */
const isOfBook = (drift: readonly string[]): boolean => drift.some((line) => line.includes('book'));

describe.each(mended)('%s', (_, damage, drift) => {
  test('what differs is kept and told, and what is missing comes again', async () => {
    const { root } = await damaged(damage);
    const { changes } = await bringTo(root, undefined, { healing: true });
    const told = changes.flatMap(({ action, path, ...rest }) =>
      action === 'create' && !path.startsWith('.groundwork/')
        ? [`create ${path}`]
        : 'reason' in rest && rest.reason === 'lost'
          ? [`keep ${path}`]
          : [],
    );
    expect(told).toEqual(
      isOfBook(drift)
        ? [`create ${deleted}`, 'keep src/modules/books/books.service.ts']
        : ['keep src/app.ts'],
    );
  });

  test('another command refuses, and writes nothing', async () => {
    const { root } = await damaged(damage);
    const was = snapshot(root);
    await expect(bringTo(root, more)).rejects.toThrow('groundwork apply');
    expect(snapshot(root)).toEqual(was);
  });

  test('what was applied is known all the same', async () => {
    const { root } = await damaged(damage);
    const repository = await openRepository(root, 'write', thisGenerator());
    const lost = await findLost(repository, await loadCast(repository.spec), true);
    expect(recordedSpec(repository, lost)).toEqual(spec);
  });
});

test.each([...harmless, ...extra])('%s: another command goes on', async (_, damage) => {
  const { root } = await damaged(damage);
  const plan = await planTo(root, specOf(author, book, resource('cat')));
  expect(plan.operations.length).toBeGreaterThan(0);
});

const refused: readonly (readonly [what: string, damage: Damage, message: RegExp])[] = [
  ['the manifest is no JSON', write('groundwork.json', '{'), /groundwork\.json is not JSON/u],
  [
    'the manifest holds conflict markers',
    write('groundwork.json', '<<<<<<< a\n'),
    /groundwork\.json is not JSON/u,
  ],
  [
    'the manifest names no generator',
    write('groundwork.json', '{}'),
    /does not say which generator/u,
  ],
  [
    'a resource is no JSON',
    write('.groundwork/resources/book.json', '{'),
    /book\.json is not JSON/u,
  ],
  [
    'a resource is not valid',
    write('.groundwork/resources/book.json', '{"name":"book","fields":[]}'),
    /^\.groundwork\/resources\/book\.json: book\.fields /u,
  ],
  [
    'a field is not valid',
    write(
      '.groundwork/resources/book.json',
      '{"name":"book","fields":[{"name":"title","type":"string","maxLength":999}]}',
    ),
    /^\.groundwork\/resources\/book\.json: book\.title\.maxLength /u,
  ],
  [
    'a resource has no name',
    write('.groundwork/resources/book.json', '[]'),
    /^\.groundwork\/resources\/book\.json must be an object/u,
  ],
  [
    'a choice is not valid',
    (root) => {
      const text = readFileSync(join(root, 'groundwork.json'), 'utf8');
      writeFileSync(join(root, 'groundwork.json'), text.replace('"sqlite"', '"oracle"'));
    },
    /^groundwork\.json: database "oracle" is no choice/u,
  ],
  [
    'a resource has the name of another file',
    write('.groundwork/resources/book.json', '{"name":"cat"}'),
    /book\.json holds a resource called "cat"/u,
  ],
  [
    'all of the state is missing',
    (root) => rmSync(join(root, '.groundwork'), { recursive: true }),
    /is a copy/u,
  ],
  [
    'the list of conflicts is no list',
    write('.groundwork/pending.json', '{}'),
    /pending\.json lists no files/u,
  ],
];

test.each(refused)('%s: every command refuses with a sentence', async (_, damage, message) => {
  const { root } = await damaged(damage);
  const was = snapshot(root);
  for (const purpose of ['read', 'write', 'upgrade'] as const) {
    await expect(openRepository(root, purpose, thisGenerator())).rejects.toThrow(message);
  }
  expect(snapshot(root)).toEqual(was);
});

test('a journal that came with a clone is not carried out', async () => {
  const { root } = await damaged(() => undefined);
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  mkdirSync(join(root, '.groundwork/txn'));
  writeFileSync(join(root, '.groundwork/txn/journal.json'), '{}');
  execFileSync('git', ['add', '--force', '.groundwork/txn'], { cwd: root });
  await expect(openRepository(root, 'write', thisGenerator())).rejects.toThrow('tracked by git');
  await expect(openRepository(root, 'read', thisGenerator())).rejects.toThrow('was interrupted');
});

test('with newer templates nobody knows what was edited: what differs is kept, and told', async () => {
  const { root } = await damaged(removed(bookBase));
  const manifest = join(root, 'groundwork.json');
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace(/"templates": "\w+"/u, '"templates": "older"'),
  );
  const plan = await planTo(root, undefined, { healing: true, purpose: 'upgrade' });
  const lost = plan.changes.filter(
    (change) => change.action === 'keep' && change.reason === 'lost',
  );
  expect(lost.map(({ path }) => path)).toEqual(['src/modules/books/books.service.ts']);
  expect(plan.changes).toContainEqual({
    path: 'src/modules/books/books.schema.ts',
    action: 'create',
  });
});

test('a baseline comes back as it went in, binary files and modes too', () => {
  const baseline: Baseline = {
    unit: 'resources/x',
    version: '1.2.3',
    inputs: 'abc',
    parts: [{ name: 'x' }],
    files: new Map<string, TreeFile>([
      [
        'a',
        {
          content: Buffer.from([0, 255, 10]),
          mode: 0o755,
          merge: 'binary',
          owner: 'managed',
          template: 't',
        },
      ],
      [
        'b',
        {
          content: Buffer.from('é\r\n'),
          mode: 0o644,
          merge: 'text',
          owner: 'shared',
          template: 'u',
        },
      ],
    ]),
  };
  expect(decodeBaseline(encodeBaseline(baseline))).toEqual(baseline);
});
