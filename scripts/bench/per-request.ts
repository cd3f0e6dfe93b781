import { deepStrictEqual } from 'node:assert';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { hangUp, load, send } from './load.ts';
import type { Answer, Call } from './load.ts';
import { median } from './median.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';

/** CPU of the server for one request, in microseconds: the median of all rounds. */
export interface PerRequest {
  readonly what: string;
  readonly generated: number;
  readonly handWritten: number;
  /** The median of the ratios within a round, which what disturbs the machine disturbs least. */
  readonly ratio: number;
}

const warmUp = 3;
const rounds = 24;
const perRound = 500;
const seeds = 200;

const post: Call = {
  method: 'POST',
  path: '/api/v1/tasks',
  body: JSON.stringify({
    title: 'Write the minutes of the meeting',
    status: 'in_progress',
    dueDate: '2026-12-01',
    notes: 'Ask Grace about the second item; she has the figures of last year.',
  }),
};
const list: Call = { method: 'GET', path: '/api/v1/tasks' };

const itself = (call: Call) => (): Call => call;

/** What is measured; each server has rows with ids of its own. */
const kinds: readonly { readonly what: string; readonly call: (id: string) => Call }[] = [
  { what: 'GET one', call: (id) => ({ method: 'GET', path: `/api/v1/tasks/${id}` }) },
  { what: 'list of 20', call: itself(list) },
  { what: 'POST', call: itself(post) },
];

interface Contender extends Served {
  readonly id: string;
}

/** What must be alike for the comparison to be a fair one. */
function shapeOf({ status, headers, body }: Answer): object {
  const document = JSON.parse(body) as { readonly items?: readonly object[] };
  const [item = document] = document.items ?? [];
  return {
    status,
    headers: Object.keys(headers).toSorted(),
    keys: Object.keys(document).toSorted(),
    item: Object.keys(item).toSorted(),
  };
}

async function fill(server: Served): Promise<Contender> {
  await load(server.origin, post, seeds);
  const { body } = await send(server.origin, post);
  return { ...server, id: (JSON.parse(body) as { readonly id: string }).id };
}

async function compareShapes(one: Contender, other: Contender): Promise<void> {
  for (const { call } of kinds) {
    const shapes = [one, other].map(async ({ origin, id }) =>
      shapeOf(await send(origin, call(id))),
    );
    const [left, right] = await Promise.all(shapes);
    deepStrictEqual(left, right, 'the two back ends do not answer alike');
  }
}

async function cpuPerRequest({ origin, id, cpu }: Contender, call: (id: string) => Call) {
  const before = await cpu();
  await load(origin, call(id), perRound);
  return ((await cpu()) - before) / perRound;
}

async function race(generated: Contender, handWritten: Contender): Promise<readonly PerRequest[]> {
  const figures: PerRequest[] = [];
  for (const { what, call } of kinds) {
    const samples: { readonly a: number; readonly b: number }[] = [];
    for (let round = 0; round < warmUp + rounds; round += 1) {
      // Whoever comes second finds the machine warmer, so they take turns.
      const first = round % 2 === 0 ? generated : handWritten;
      const one = await cpuPerRequest(first, call);
      const other = await cpuPerRequest(first === generated ? handWritten : generated, call);
      const pair = first === generated ? { a: one, b: other } : { a: other, b: one };
      if (round >= warmUp) samples.push(pair);
    }
    figures.push({
      what,
      generated: median(samples.map(({ a }) => a)),
      handWritten: median(samples.map(({ b }) => b)),
      ratio: median(samples.map(({ a, b }) => a / b)),
    });
  }
  return figures;
}

/**
 * Runs both back ends side by side and alternates between them: A B B A.
 *
 * @param project a generated project that is installed and built, with `hand-written/` inside
 * @throws when the two do not answer alike
 */
export async function measureRequests(project: string): Promise<readonly PerRequest[]> {
  // In memory where there is such a folder: what a disk takes to sync would hide what we measure.
  const data = mkdtempSync(
    join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'groundwork-bench-'),
  );
  const scripts = [join(project, 'dist', 'server.js'), join(project, 'hand-written', 'server.ts')];
  const served: Served[] = [];
  try {
    for (const [index, script] of scripts.entries()) {
      served.push(await serve(script, project, join(data, `${index}.db`), await freePort()));
    }
    const [generated, handWritten] = await Promise.all(served.map(fill));
    if (generated === undefined || handWritten === undefined) throw new Error('no contenders');
    await compareShapes(generated, handWritten);
    return await race(generated, handWritten);
  } finally {
    hangUp();
    for (const server of served) await server.stop();
    rmSync(data, { recursive: true });
  }
}
