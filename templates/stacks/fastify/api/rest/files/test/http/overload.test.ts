import { setTimeout as sleep } from 'node:timers/promises';
import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { errors } from '../../src/plugins/errors.ts';
import { overload } from '../../src/plugins/overload.ts';

function blockEventLoop(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test('while the event loop cannot keep up, work is refused with 503 and health is not', async () => {
  const app = fastify();
  onTestFinished(() => app.close());
  await app.register(errors);
  await app.register(overload, { maxEventLoopDelay: 1, sampleInterval: 30 });
  app.get('/work', () => 'done');
  app.get('/health', { config: { rateLimit: false } }, () => 'ok');
  await app.ready();

  let work = await app.inject('/work');
  for (let attempt = 0; attempt < 50 && work.statusCode === 200; attempt += 1) {
    await sleep(5);
    blockEventLoop(50);
    work = await app.inject('/work');
  }
  expect(work.json()).toMatchObject({ status: 503, type: '/problems/unavailable' });
  expect(work.headers['retry-after']).toBe('10');
  expect((await app.inject('/health')).statusCode).toBe(200);
});
