import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import { type Bench, type Instance, withInstance } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';
import type { Answer } from '../http/ask.ts';
import type { JsonObject } from '../json.ts';
import type { Env, Running } from '../launcher.ts';
import { processTest } from '../process-test.ts';
import { pathOf } from '../url.ts';

/** So that a test has time to wait for servers that do not answer. */
export const impatient: Env = {
  DATABASE_CONNECT_TIMEOUT_MS: '500',
  DATABASE_STATEMENT_TIMEOUT_MS: '500',
};

const outages = ['gone', 'silent', 'gone'] as const;

const many = Array.from({ length: 20 }, (_, n) => n);

const untilReady = ({ api }: Instance) =>
  expect.poll(async () => (await api.get('/readyz')).status, { timeout: 10_000 }).toBe(200);

const isAlive = async (running: Running): Promise<boolean> =>
  (await Promise.race([running.exited, wait(0)])) === undefined;

/** Creates and reads without a pause until it is told to stop; all answers. */
async function load({ api, rows }: Instance, resource: Resource, during: () => Promise<void>) {
  const path = pathOf(resource);
  const { path: known } = await rows.create(resource);
  const drafts: JsonObject[] = [];
  for (let n = 0; n < 400; n += 1) drafts.push(await rows.draft(resource));
  const answers: Answer[] = [];
  const stop = new AbortController();
  const worker = async () => {
    while (!stop.signal.aborted) {
      const draft = drafts.pop();
      if (draft !== undefined) answers.push(await api.post(path, draft));
      answers.push(await api.get(known));
    }
  };
  const workers = many.slice(0, 8).map(worker);
  await during();
  stop.abort();
  await Promise.all(workers);
  return answers;
}

/** Every answer is one of the contract; what was told to be written is there. */
async function expectNothingLost({ api }: Instance, answers: readonly Answer[]): Promise<void> {
  for (const answer of answers.filter(({ status }) => status !== 200 && status !== 201)) {
    expectProblem(answer, { status: [500, 503] });
  }
  for (const { status, headers } of answers) {
    if (status !== 201) continue;
    const read = await api.get(headers.location ?? '');
    expect(read.status, exchange(read)).toBe(200);
  }
}

/** A store goes and comes under load: only problems of the contract, nothing lost, no restart. */
export async function outliveOutages(instance: Instance, resource: Resource): Promise<void> {
  const { running } = instance;
  const answers = await load(instance, resource, async () => {
    for (const outage of outages) {
      await wait(300);
      await running.breakStore(outage);
      await wait(600);
      await running.mendStore();
    }
    await wait(300);
  });
  expect(await isAlive(running)).toBe(true);
  await untilReady(instance);
  expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
  await expectNothingLost(instance, answers);
  expect((await running.stop('SIGTERM')).code).toBe(0);
}

/** What becomes of connections to a store that is a server. */
export function outageCases(bench: Bench, resource: Resource): void {
  const { launcher } = bench;
  if (launcher.kind === 'process' && !launcher.storeIsServer) return;

  describe('a store that is a server', () => {
    processTest(bench, 'is not waited for when it never answers: 503', async (given) => {
      await withInstance(bench, given, impatient, async (instance) => {
        const { running, api, rows } = instance;
        const { path } = await rows.create(resource);
        for (let outage = 0; outage < 2; outage += 1) {
          await running.breakStore('silent');
          const began = performance.now();
          const asked = [...many.map(() => api.get(path)), api.get('/readyz')];
          for (const answer of await Promise.all(asked)) expectProblem(answer, { status: 503 });
          expect(performance.now() - began).toBeLessThan(8000);
          expect((await api.get('/livez')).status).toBe(200);
          await running.mendStore();
          await untilReady(instance);
          expect((await api.get(path)).status).toBe(200);
        }
        expect((await running.stop('SIGTERM')).code).toBe(0);
      });
    });

    processTest(bench, 'may drop connections that nobody uses: nobody notices', async (given) => {
      await withInstance(bench, given, {}, async ({ running, api, rows }) => {
        const { path } = await rows.create(resource);
        for (let round = 0; round < 3; round += 1) {
          await Promise.all(many.map(() => api.get(path)));
          await running.disconnectStore();
          await wait(200);
          const answers = await Promise.all(many.map(() => api.get(path)));
          for (const answer of answers) expect(answer.status, exchange(answer)).toBe(200);
        }
        expect((await running.stop('SIGTERM')).code).toBe(0);
      });
    });

    processTest(bench, 'may drop connections in use: no answer is a wrong one', async (given) => {
      await withInstance(bench, given, {}, async (instance) => {
        const { running } = instance;
        const answers = await load(instance, resource, async () => {
          for (let round = 0; round < 10; round += 1) {
            await wait(100);
            await running.disconnectStore();
          }
        });
        await untilReady(instance);
        await expectNothingLost(instance, answers);
        expect((await running.stop('SIGTERM')).code).toBe(0);
      });
    });

    processTest(bench, 'may go and come under load: the server recovers', async (given) => {
      await withInstance(bench, given, impatient, (instance) => outliveOutages(instance, resource));
    });
  });
}
