import { deepStrictEqual } from 'node:assert';
import type { Databases } from './databases.ts';
import { freePort } from './free-port.ts';
import { hangUp, load, send } from './load.ts';
import type { Answer, Call } from './load.ts';
import { median } from './median.ts';
import { serve } from './served.ts';
import type { Program, Served } from './served.ts';

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

interface Kind {
  readonly what: string;
  readonly call: (id: string) => Call;
}

const one = (id: string): Call => ({ method: 'GET', path: `/api/v1/tasks/${id}` });

/** What is measured; each server has rows with ids of its own. */
const open: readonly Kind[] = [
  { what: 'GET one', call: one },
  { what: 'list of 20', call: itself(list) },
  { what: 'POST', call: itself(post) },
];
const closed: readonly Kind[] = [{ what: 'GET one, signed in', call: one }];

interface Contender extends Served {
  readonly kinds: readonly Kind[];
  readonly id: string;
  /** Nothing where nobody has to sign in. */
  readonly token?: string;
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

/** Somebody who has an account. */
async function signIn({ origin }: Served): Promise<string> {
  const credentials = { email: 'ada@example.com', password: 'seven lazy otters' };
  const tell = (path: string, body: object) =>
    send(origin, { method: 'POST', path: `/api/v1/auth/${path}`, body: JSON.stringify(body) });
  await tell('register', { ...credentials, name: 'Ada' });
  const { body } = await tell('login', credentials);
  return (JSON.parse(body) as { readonly accessToken: string }).accessToken;
}

async function fill(server: Served, isClosed: boolean): Promise<Contender> {
  const who = isClosed ? { token: await signIn(server) } : {};
  await load(server.origin, { ...post, ...who }, seeds);
  const { body } = await send(server.origin, { ...post, ...who });
  const { id } = JSON.parse(body) as { readonly id: string };
  return { ...server, ...who, id, kinds: isClosed ? closed : open };
}

const askedBy = ({ id, token }: Contender, { call }: Kind): Call =>
  token === undefined ? call(id) : { ...call(id), token };

async function compareShapes(left: Contender, right: Contender): Promise<void> {
  for (const kind of left.kinds) {
    const shapes = [left, right].map(async (contender) =>
      shapeOf(await send(contender.origin, askedBy(contender, kind))),
    );
    const [a, b] = await Promise.all(shapes);
    deepStrictEqual(a, b, 'the two back ends do not answer alike');
  }
}

async function cpuPerRequest(contender: Contender, kind: Kind, times: number): Promise<number> {
  const before = contender.cpu();
  await load(contender.origin, askedBy(contender, kind), times);
  return (contender.cpu() - before) / times;
}

async function race(
  generated: Contender,
  handWritten: Contender,
  perRound: number,
): Promise<readonly PerRequest[]> {
  const figures: PerRequest[] = [];
  for (const kind of generated.kinds) {
    const samples: { readonly a: number; readonly b: number }[] = [];
    for (let round = 0; round < warmUp + rounds; round += 1) {
      // Whoever comes second finds the machine warmer, so they take turns.
      const first = round % 2 === 0 ? generated : handWritten;
      const a = await cpuPerRequest(first, kind, perRound);
      const b = await cpuPerRequest(first === generated ? handWritten : generated, kind, perRound);
      const pair = first === generated ? { a, b } : { a: b, b: a };
      if (round >= warmUp) samples.push(pair);
    }
    figures.push({
      what: kind.what,
      generated: median(samples.map(({ a }) => a)),
      handWritten: median(samples.map(({ b }) => b)),
      ratio: median(samples.map(({ a, b }) => a / b)),
    });
  }
  return figures;
}

/** Two back ends that do the same. */
export interface Rivals {
  readonly generated: Program;
  readonly handWritten: Program;
  /** As many requests as take long enough to be measured, and no longer. */
  readonly perRound: number;
}

/**
 * Runs both back ends side by side and alternates between them: A B B A.
 *
 * @param secret - signs tokens; empty where nobody has to sign in
 * @throws when the two do not answer alike
 */
export async function measureRequests(
  rivals: Rivals,
  databases: Databases,
  secret: string,
): Promise<readonly PerRequest[]> {
  const keys = secret === '' ? {} : { JWT_SECRET: secret };
  const served: Served[] = [];
  try {
    for (const [index, program] of [rivals.generated, rivals.handWritten].entries()) {
      const env = { DATABASE_URL: databases.urls[index] ?? '', ...keys };
      served.push(await serve(program, await freePort(), env));
    }
    const [generated, handWritten] = await Promise.all(
      served.map((server) => fill(server, secret !== '')),
    );
    if (generated === undefined || handWritten === undefined) throw new Error('no contenders');
    await compareShapes(generated, handWritten);
    return await race(generated, handWritten, rivals.perRound);
  } finally {
    hangUp();
    for (const server of served) await server.stop();
    await databases.remove();
  }
}
