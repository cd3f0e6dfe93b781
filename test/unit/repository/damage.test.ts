import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
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
import {
  base,
  bookBase,
  damaged,
  deleted,
  head,
  more,
  outside,
  removed,
  spec,
  write,
} from './damaged.ts';
import type { Damage } from './damaged.ts';
import { bringTo, planTo, resource, specOf, writeProject } from './project.ts';

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
  const plan = await planTo(root, specOf(...spec.resources, resource('cat')));
  expect(plan.operations.length).toBeGreaterThan(0);
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
