import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json as readJson } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';
import { probe } from '../support/probe.ts';

test('a request whose body is half sent is still answered', async () => {
  const app = await buildTestApp({ routes: probe });
  const url = await app.listen({ port: 0 });
  const headers = { 'content-type': 'application/json', connection: 'keep-alive' };
  const slow = request(`${url}/probe`, { method: 'POST', headers });
  slow.write('{"name":"slow",');
  await once(app.server, 'request');
  const closed = app.close();
  slow.end('"size":1}');
  const [response] = (await once(slow, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  expect(response.headers.connection).toBe('close');
  expect(await readJson(response)).toEqual({ name: 'slow', size: 1 });
  await closed;
});

test('a request that comes while the server stops is sent elsewhere', async () => {
  const answers: Response[] = [];
  const app = await buildTestApp({
    routes: (server) => {
      // Runs after the application's own hook, while the server still listens.
      server.addHook('preClose', async () => {
        answers.push(await fetch(`${server.listeningOrigin}/readyz`));
      });
    },
  });
  await app.listen({ port: 0 });
  await app.close();
  expect(answers).toHaveLength(1);
  expect(answers[0]?.headers.get('retry-after')).toBe('5');
  expect(await answers[0]?.json()).toMatchObject({ status: 503, type: '/problems/unavailable' });
});
