import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { loadCast } from '../../../generators/core/model/load.ts';
import { writeMigrations } from '../../../generators/core/render/migrate.ts';
import type { Known } from '../../../generators/core/render/migrate.ts';
import { planData } from '../../../generators/core/render/plan-data.ts';
import { namesOf } from '../../../generators/core/spec/names.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import type { Store } from '../../contract/store/store.ts';
import { filesOf } from '../cases.ts';
import type { Files } from '../cases.ts';
import { putProject } from '../workshop.ts';
import type { Seen, Turn, Walk } from './walk.ts';

/** What the child is told of one turn. */
interface Step {
  readonly project: string;
  readonly fresh: string;
  readonly freshUrl: string;
  readonly tables: readonly string[];
  readonly inserts: Turn['inserts'];
  readonly filled: Turn['filled'];
}

/** The names of the migrations that there were when a spec had been reached. */
type Past = Map<Spec | undefined, Known>;

const isOfHistory = (path: string): boolean => /^apps\/\w+\/migrations\//u.test(path);
const isNumbered = (path: string): boolean => isOfHistory(path) && /\/\d{4}_\w+\.py$/u.test(path);

/** The migrations of one turn, and the names of all that there are then. */
async function migrationsOf(from: Spec | undefined, to: Spec, { fills }: Turn, known: Known) {
  const cast = await loadCast(to);
  const made = await writeMigrations(await planData(from, cast), cast, fills, known);
  const names = new Map(known);
  for (const { folder, name } of made) names.set(folder, [...(names.get(folder) ?? []), name]);
  const files = made.map(({ folder, name, content }) => [`${folder}/${name}`, content] as const);
  return { files, names };
}

const tablesOf = ({ resources }: Spec): readonly string[] =>
  resources.map((resource) => namesOf(resource).many.snake);

/** The project after each turn, with the migrations of all turns, and a new one beside it. */
async function putProjects({ workshop, id, turns }: Walk, freshUrls: readonly string[]) {
  const past: Past = new Map([[undefined, new Map()]]);
  const history = new Map<string, string>();
  const steps: Step[] = [];
  for (const [index, turn] of turns.entries()) {
    const { from, to } = { from: turns[index - 1]?.spec, to: turn.spec, ...turn.branch };
    const { files: migrations, names } = await migrationsOf(
      from,
      to,
      turn,
      past.get(from) ?? new Map(),
    );
    past.set(to, names);
    const { files } = await filesOf(turn.spec);
    const current: Files = new Map([...files].filter(([path]) => !isNumbered(path)));
    for (const [path, content] of current) if (isOfHistory(path)) history.set(path, content);
    for (const [path, content] of migrations) history.set(path, content);
    steps.push({
      project: putProject(workshop, `${id}-${index}`, new Map([...current, ...history])),
      fresh: putProject(workshop, `${id}-${index}-fresh`, files),
      freshUrl: freshUrls[index] ?? '',
      tables: tablesOf(turn.spec),
      inserts: turn.inserts ?? [],
      filled: turn.filled ?? [],
    });
  }
  return steps;
}

async function run(variables: Walk['variables'], told: object): Promise<Seen> {
  const child = spawn('python', [join(import.meta.dirname, 'walk-django.py')], {
    env: { ...process.env, ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // What ends early says why on stderr.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(told));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (out === '') throw new Error(err);
  return JSON.parse(out) as Seen;
}

export async function walkDjango(walk: Walk): Promise<Seen> {
  const { stores, turns, variables } = walk;
  const opened: Store[] = [];
  const create = async (): Promise<string> => {
    const store = await stores.create();
    opened.push(store);
    return store.url;
  };
  try {
    const [url, emptyUrl] = [await create(), await create()];
    const freshUrls: string[] = [];
    for (const _ of turns) freshUrls.push(await create());
    return await run(variables, { url, emptyUrl, steps: await putProjects(walk, freshUrls) });
  } finally {
    await Promise.all(opened.map((store) => store.remove()));
  }
}
