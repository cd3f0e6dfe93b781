import { moved } from '../../../templates/moved.ts';
import type { TreeFile, UnitId, UnitTree } from '../render/tree.ts';
import type { Subject } from './plan-file.ts';

/** A unit as it was generated last, and as it is generated now. */
export interface UnitChange {
  readonly unit: UnitId;
  /** `undefined` for a new unit, and where what was generated is lost. */
  readonly base: UnitTree | undefined;
  /** `undefined` for a unit that goes. */
  readonly next: UnitTree | undefined;
}

/** Where templates went: old name -> new name. */
type Moves = Readonly<Record<string, string>>;

/** What a template is called by now, however often it has moved since. */
function currentName(template: string, moves: Moves): string {
  const seen = new Set<string>();
  let name = template;
  while (Object.hasOwn(moves, name) && !seen.has(name)) {
    seen.add(name);
    name = moves[name] ?? name;
  }
  return name;
}

interface Placed extends TreeFile {
  readonly unit: UnitId;
  readonly path: string;
}

const placedIn = (changes: readonly UnitChange[], side: 'base' | 'next'): readonly Placed[] =>
  changes.flatMap(({ unit, [side]: tree }) =>
    [...(tree ?? [])].map(([path, file]) => ({ ...file, unit, path })),
  );

/** Those of which no other has the same key. */
function unique(files: readonly Placed[], keyOf: (file: Placed) => string) {
  const groups = Map.groupBy(files, keyOf);
  return new Map(
    [...groups].flatMap(([key, [file, ...more]]) =>
      file !== undefined && more.length === 0 ? [[key, file] as const] : [],
    ),
  );
}

/** What two files have in common that makes one what the other becomes, the surest first. */
const identities = (moves: Moves): readonly ((file: Placed) => string)[] => [
  ({ path }) => path,
  ({ unit, template }) => `${unit} ${currentName(template, moves)}`,
  ({ unit, content }) => `${unit} ${Buffer.from(content).toString('base64')}`,
];

/** Pairs every file of the old trees with the one that it becomes. */
export function matchFiles(
  changes: readonly UnitChange[],
  moves: Moves = moved,
): readonly Subject[] {
  let before = placedIn(changes, 'base');
  let after = placedIn(changes, 'next');
  const subjects: Subject[] = [];
  for (const identity of identities(moves)) {
    const [was, is] = [unique(before, identity), unique(after, identity)];
    const pairs = [...is].flatMap(([key, next]) => {
      const base = was.get(key);
      return base === undefined ? [] : [{ base, next }];
    });
    for (const { base, next } of pairs)
      subjects.push({ path: next.path, from: base.path, base, next });
    const done = new Set(pairs.flatMap(({ base, next }) => [base, next]));
    before = before.filter((file) => !done.has(file));
    after = after.filter((file) => !done.has(file));
  }
  const dropped = before.map((base) => ({
    path: base.path,
    from: base.path,
    base,
    next: undefined,
  }));
  const added = after.map((next) => ({ path: next.path, from: next.path, base: undefined, next }));
  return [...subjects, ...dropped, ...added];
}
