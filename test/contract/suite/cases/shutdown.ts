import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import { type Bench, type Instance, withInstance } from '../bench.ts';
import { expectAnswer } from '../expect/answer.ts';
import { type Answer, exchange, headerOf } from '../http/ask.ts';
import { answerTo, open, send } from '../http/send.ts';
import { processTest } from '../process-test.ts';
import { pathOf } from '../url.ts';

const get = (path: string) => ({ method: 'GET', path });

/** The answer, or nothing when the connection was refused or closed. */
const attempt = (origin: string, path: string, agent?: Agent): Promise<Answer | undefined> =>
  send(origin, get(path), agent).catch(() => undefined);

function expectStopping(answer: Answer | undefined): void {
  if (!answer) return;
  expectAnswer(answer);
  expect(answer.status, exchange(answer)).toBe(503);
  expect(headerOf(answer, 'retry-after'), exchange(answer)).toMatch(/^\d+$/u);
}

/** A POST whose second half is still to come. */
export async function halfSent(
  { running, rows, api }: Instance,
  resource: Resource,
  framing: 'length' | 'chunks' = 'length',
) {
  const body = JSON.stringify(await rows.draft(resource));
  const headers = {
    ...api.credentials(),
    'Content-Type': 'application/json',
    ...(framing === 'chunks'
      ? { 'Transfer-Encoding': 'chunked' }
      : { 'Content-Length': Buffer.byteLength(body) }),
  };
  const ask = { method: 'POST', path: pathOf(resource), headers };
  const sent = open(running.baseUrl, ask);
  const answer = answerTo(ask, sent);
  answer.catch(() => undefined);
  const half = Math.floor(body.length / 2);
  sent.write(body.slice(0, half));
  await wait(100);
  return { answer, finish: () => sent.end(body.slice(half)) };
}

/** Resolves once a new connection is refused or told that the server stops. */
export async function untilStopping(origin: string): Promise<void> {
  for (let n = 0; n < 100; n += 1) {
    const answer = await attempt(origin, '/readyz');
    if (answer?.status !== 200) {
      expectStopping(answer);
      return;
    }
    await wait(20);
  }
  throw new Error('two seconds after the signal the server still calls itself ready');
}

/** "On SIGTERM: requests in flight finish, stores close, exit code 0." */
export function shutdownCases(bench: Bench, resource: Resource): void {
  const path = pathOf(resource);

  describe('SIGTERM', () => {
    processTest(
      bench,
      'ends an idle server at once with exit code 0, its store closed',
      async (launcher) => {
        await withInstance(bench, launcher, {}, async ({ running, rows }) => {
          await rows.create(resource);
          const idle = new Agent({ keepAlive: true });
          await send(running.baseUrl, get('/livez'), idle);
          const before = Date.now();
          const { code, leftovers } = await running.stop('SIGTERM');
          idle.destroy();
          expect(code).toBe(0);
          expect(Date.now() - before).toBeLessThan(5000);
          expect(leftovers).toEqual([]);
        });
      },
    );

    for (const framing of ['length', 'chunks'] as const) {
      processTest(
        bench,
        `lets a half-sent request (${framing}) complete while new ones are refused`,
        async (launcher) => {
          await withInstance(bench, launcher, {}, async (instance) => {
            const { running } = instance;
            const slow = await halfSent(instance, resource, framing);
            running.signal('SIGTERM');
            await untilStopping(running.baseUrl);
            expectStopping(await attempt(running.baseUrl, path));
            expectStopping(await attempt(running.baseUrl, '/readyz'));
            slow.finish();
            const answer = await slow.answer;
            expect(answer.status, exchange(answer)).toBe(201);
            expectAnswer(answer);
            const { code, leftovers } = await running.exited;
            expect(code).toBe(0);
            expect(leftovers).toEqual([]);
          });
        },
      );
    }

    processTest(
      bench,
      'answers 503 or closes when a kept connection asks again',
      async (launcher) => {
        await withInstance(bench, launcher, {}, async (instance) => {
          const { running } = instance;
          const kept = [new Agent({ keepAlive: true }), new Agent({ keepAlive: true })] as const;
          for (const agent of kept) await send(running.baseUrl, get(path), agent);
          const slow = await halfSent(instance, resource);
          running.signal('SIGTERM');
          await untilStopping(running.baseUrl);
          expectStopping(await attempt(running.baseUrl, path, kept[0]));
          expectStopping(await attempt(running.baseUrl, '/readyz', kept[1]));
          slow.finish();
          expect((await slow.answer).status).toBe(201);
          expect((await running.exited).code).toBe(0);
          for (const agent of kept) agent.destroy();
        });
      },
    );
  });
}
