import { describe, expect, test } from 'vitest';
import { pairs } from './upgrade/pairs.ts';
import type { Pair } from './upgrade/pairs.ts';
import { canBe, edits, upgraded } from './upgrade/world.ts';
import type { Edit } from './upgrade/world.ts';

type States = Partial<Readonly<Record<Edit, string>>>;

const usual = {
  none: 'update',
  elsewhere: 'merge',
  same: 'conflict',
  deleted: 'keep deleted',
  reformatted: 'update',
  crlf: 'update',
  own: 'conflict',
  bumped: 'merge',
} as const satisfies States;

const moved: States = { none: 'move', elsewhere: 'move', reformatted: 'move', crlf: 'move' };
const seeded = 'keep seeded';

/** Where a pair ends in another state than the usual one. */
const unusual: Readonly<Record<string, States>> = {
  // The new lines stand apart from the edited one.
  'added lines': { same: 'merge' },
  'a moved file': moved,
  'a moved and changed file': moved,
  'an added file': { none: 'create' },
  'a dropped file': {
    none: 'delete',
    elsewhere: 'keep dropped',
    deleted: '',
    reformatted: 'delete',
    crlf: 'delete',
  },
  // A key that both changed is as the team had it, and told.
  'a changed value': { same: 'merge' },
  'a removed key': { same: 'merge' },
  'a changed list': { same: 'merge' },
  'a changed mode': { elsewhere: 'update' },
  'versions of actions': { bumped: 'update' },
  'versions of images': { bumped: 'update' },
  'a registry': { same: 'merge' },
  'a seeded file': { none: seeded, same: seeded, reformatted: seeded, crlf: seeded },
};

const table = pairs.flatMap((pair) =>
  edits
    .filter((edit) => canBe(pair, edit))
    .map((edit) => [pair.what, edit, pair, unusual[pair.what]?.[edit] ?? usual[edit]] as const),
);

/** Without what a formatter may change. */
const bare = (text: string): string => text.replaceAll(/[\s;,]/gu, '');

const editOf = (pair: Pair, edit: Edit): string | undefined =>
  edit === 'elsewhere' || edit === 'same' || edit === 'bumped' ? pair[edit]?.[1] : undefined;

const isGained = /^(?:update|merge|move|create)$/u;

describe('a new version of the templates', () => {
  test.each(table)('%s, edited: %s', async (_, edit, pair, state) => {
    const { text, mode, ...result } = await upgraded(pair, edit);
    expect(result.state).toBe(state);
    if (text === undefined) {
      expect(edit === 'deleted' || state === 'delete').toBe(true);
      return;
    }
    expect(bare(text)).toContain(bare(editOf(pair, edit) ?? ''));
    expect(result.kept).toHaveLength(pair.kind === 'json' && edit === 'same' ? 1 : 0);
    if (edit === 'own') expect(text).toBe('own\n');
    if (!isGained.test(state)) return;
    if (result.kept.length === 0) expect(bare(text)).toContain(bare(pair.gains));
    expect(mode).toBe(pair.next?.mode ?? 0o644);
    expect(text.includes('\r')).toBe(edit === 'crlf');
    expect(/[^\r]\n/u.test(text)).toBe(edit !== 'crlf');
  });
});

const conflicts = table.filter(([, , , state]) => state === 'conflict');

describe('where both changed the same lines', () => {
  test.each(conflicts)('markers show both: %s, edited: %s', async (_, edit, pair) => {
    const { state, text = '' } = await upgraded(pair, edit, 'markers');
    if (edit === 'own' && pair.old !== undefined) {
      // There are two files, and no lines to choose from.
      expect({ state, text }).toEqual({ state: 'conflict', text: 'own\n' });
      return;
    }
    expect(state).toBe('conflict');
    expect(text).toMatch(/^<<<<<<< yours\n[\s\S]*^=======\n[\s\S]*^>>>>>>> generated$/mu);
    expect(text).toContain(editOf(pair, edit) ?? 'own\n');
    expect(text).toContain(pair.gains);
  });

  test.each(conflicts)('ours stands: %s, edited: %s', async (_, edit, pair) => {
    const { state, text = '', kept } = await upgraded(pair, edit, 'ours');
    if (edit === 'own' && pair.old !== undefined) return;
    expect(state).toBe(
      pair.old?.path === pair.next?.path || pair.old === undefined ? 'merge' : 'move',
    );
    expect(text).toContain(editOf(pair, edit) ?? 'own\n');
    expect(text).not.toMatch(/^<{7} /mu);
    expect(kept.length).toBeGreaterThan(0);
  });
});
