import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { loadCast } from '../../../generators/core/model/load.ts';
import type { Fills } from '../../../generators/core/render/data-step.ts';
import { migrate } from '../../../generators/core/render/migrate.ts';
import { namesOf } from '../../../generators/core/spec/names.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import type { Stores } from '../../contract/store/store.ts';
import { filesOf } from '../cases.ts';
import { putProject } from '../workshop.ts';
import type { Schema } from './schema-of.ts';
import type { Wire } from './wire.ts';

type Rows = Readonly<Record<string, readonly Wire[]>>;

/** What a team does: the spec becomes this one, and then rows come. */
export interface Turn {
  readonly spec: Spec;
  readonly fills?: Fills;
  readonly inserts?: readonly (readonly [table: string, row: Wire])[];
  /** What rows get that have no value, before the next turn. */
  readonly filled?: readonly (readonly [table: string, column: string, value: unknown])[];
  /** Where the migrations are those of another branch, made at another time. */
  readonly branch?: { readonly from: Spec; readonly to: Spec; readonly time: number };
}

/** What the child is told. */
export interface Walk {
  readonly database: string;
  readonly url: string;
  readonly emptyUrl: string;
  readonly steps: readonly {
    readonly migrations: readonly (readonly [file: string, content: string])[];
    readonly fresh: readonly (readonly [file: string, content: string])[];
    readonly freshUrl: string;
    readonly tables: readonly string[];
    readonly inserts: readonly (readonly [table: string, row: Wire])[];
    readonly fills: readonly (readonly [table: string, column: string, value: unknown])[];
  }[];
}

/** What the child saw. */
export interface Seen {
  readonly steps: readonly {
    /** When the migrations had run, and when rows had come. */
    readonly rows: Rows;
    readonly after: Rows;
    readonly schema: Schema;
    /** Of a new database for the same spec. */
    readonly fresh: Schema;
  }[];
  /** When all was taken back, and done again. */
  readonly nothing: Schema;
  readonly again: Schema;
}

async function migrationsBetween(before: Spec | undefined, turn: Turn, first: number) {
  const made = await migrate(before, await loadCast(turn.spec), turn.fills);
  return made.map(
    ({ name, content }, index) =>
      [`${20_260_101_000_000 + first + index}_${name}`, content] as const,
  );
}

/** What the child needs of a package that only the project finds. */
const kysely = `export { CompiledQuery } from 'kysely';
export { NO_MIGRATIONS } from 'kysely/migration';
`;

const tablesOf = ({ resources }: Spec): readonly string[] =>
  resources.map((resource) => namesOf(resource).many.snake);

async function run(project: string, walk: Walk): Promise<Seen> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'walk-child.ts'), project], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // What ends early says why on stderr.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(walk));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (out === '') throw new Error(err);
  return JSON.parse(out) as Seen;
}

/** Takes a database through these turns, one after the other, in a project below the workshop. */
export async function takeWalk(
  workshop: string,
  id: string,
  stores: Stores,
  turns: readonly Turn[],
): Promise<{ readonly seen: Seen; readonly names: readonly string[] }> {
  const [first] = turns;
  if (first === undefined) throw new Error('a walk has at least one turn');
  const { files } = await filesOf(first.spec);
  const project = putProject(workshop, id, new Map([...files, ['kysely.ts', kysely]]));
  const [walked, empty] = [await stores.create(), await stores.create()];
  const opened = [walked, empty];
  const steps: Walk['steps'][number][] = [];
  const names: string[] = [];
  for (const [index, turn] of turns.entries()) {
    const fresh = await stores.create();
    opened.push(fresh);
    const before = turns[index - 1]?.spec;
    const { from, to, time } = { from: before, to: turn.spec, time: names.length, ...turn.branch };
    const migrations = await migrationsBetween(from, { ...turn, spec: to }, time);
    names.push(...migrations.map(([file]) => file.slice(15)));
    steps.push({
      migrations,
      fresh: await migrationsBetween(undefined, turn, 0),
      freshUrl: fresh.url,
      tables: tablesOf(turn.spec),
      inserts: turn.inserts ?? [],
      fills: turn.filled ?? [],
    });
  }
  try {
    const walk = { database: first.spec.database, url: walked.url, emptyUrl: empty.url, steps };
    return { seen: await run(project, walk), names };
  } finally {
    await Promise.all(opened.map((store) => store.remove()));
  }
}
