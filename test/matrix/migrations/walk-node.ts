import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { loadCast } from '../../../generators/core/model/load.ts';
import { migrate } from '../../../generators/core/render/migrate.ts';
import { namesOf } from '../../../generators/core/spec/names.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { filesOf } from '../cases.ts';
import { putProject } from '../workshop.ts';
import type { Seen, Turn, Walk } from './walk.ts';
import type { Wire } from './wire.ts';

/** What the child is told. */
export interface Told {
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

async function run(project: string, told: Told): Promise<Seen> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'walk-node-child.ts'), project],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  // What ends early says why on stderr.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(told));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (out === '') throw new Error(err);
  return JSON.parse(out) as Seen;
}

export async function walkNode({ workshop, id, stores, turns }: Walk): Promise<Seen> {
  const [first] = turns;
  if (first === undefined) throw new Error('a walk has at least one turn');
  const { files } = await filesOf(first.spec);
  const project = putProject(workshop, id, new Map([...files, ['kysely.ts', kysely]]));
  const [walked, empty] = [await stores.create(), await stores.create()];
  const opened = [walked, empty];
  const steps: Told['steps'][number][] = [];
  let count = 0;
  for (const [index, turn] of turns.entries()) {
    const fresh = await stores.create();
    opened.push(fresh);
    const before = turns[index - 1]?.spec;
    const { from, to, time } = { from: before, to: turn.spec, time: count, ...turn.branch };
    const migrations = await migrationsBetween(from, { ...turn, spec: to }, time);
    count += migrations.length;
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
    const { database } = first.spec;
    return await run(project, { database, url: walked.url, emptyUrl: empty.url, steps });
  } finally {
    await Promise.all(opened.map((store) => store.remove()));
  }
}
