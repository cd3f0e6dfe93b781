import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';
import { probe } from '../support/probe.ts';

test.each([
  ['/livez', 'POST', 'GET, HEAD'],
  ['/livez', 'OPTIONS', 'GET, HEAD'],
  ['/livez', 'TRACE', 'GET, HEAD'],
  ['/livez', 'PROPFIND', 'GET, HEAD'],
  ['/probe', 'PUT', 'POST'],
  ['/probe/1', 'GET', 'DELETE, PATCH'],
  ['/%70robe/%C3%BC', 'GET', 'DELETE, PATCH'],
])('%s does not take %s: 405 with the methods it takes', async (url, method, allow) => {
  const app = await buildTestApp({ routes: probe });
  const response = await app.inject({ url, method: method as 'PUT' });
  expect(response.statusCode).toBe(405);
  expect(response.headers.allow).toBe(allow);
  expect(response.json()).toMatchObject({ type: '/problems/method-not-allowed' });
});

test.each(['/livez/', '/LIVEZ', '/probe/', '/probe/1/2', '/nothing'])(
  '%s is unknown: 404',
  async (url) => {
    const app = await buildTestApp({ routes: probe });
    expect((await app.inject({ url, method: 'PUT' })).statusCode).toBe(404);
  },
);

test('the body of a request that no route takes is not looked at', async () => {
  const app = await buildTestApp();
  const headers = { 'content-type': 'application/json' };
  const response = await app.inject({ method: 'PUT', url: '/livez', headers, payload: '{' });
  expect(response.statusCode).toBe(405);
});
