import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { createLogger } from '../../src/lib/logger.ts';
import { unavailable } from '../../src/lib/unavailable.ts';
import { Violation } from '../../src/lib/violation.ts';
import type { App } from '../../src/plugins/validation.ts';
import { buildTestApp, json } from '../support/app.ts';
import { probe } from '../support/probe.ts';

const secret = 'select password from /etc/users';

function failing(app: App): void {
  app.get('/throws', () => Promise.reject(new Error(secret)));
  app.get('/throws-status', () =>
    Promise.reject(Object.assign(new Error(secret), { statusCode: 400 })),
  );
  app.get('/references', () => {
    throw new Violation('reference', [], {});
  });
  app.get('/unavailable', () => {
    throw unavailable(new Error(secret));
  });
  const schema = { response: { 200: z.object({ size: z.int() }) } };
  app.get('/breaks-schema', { schema }, () => ({ size: secret }) as unknown as { size: number });
  app.get('/tells-more', { schema }, () => ({ size: 1, hash: secret }));
}

function collectLines() {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  return { lines, logger: createLogger('info', stream) };
}

test('a problem says what, where and in which request', async () => {
  const app = await buildTestApp();
  const headers = { 'x-request-id': 'r-1' };
  const response = await app.inject({ url: '/nothing?a=b', headers });
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.json()).toEqual({
    type: '/problems/not-found',
    title: 'Not Found',
    status: 404,
    detail: 'There is nothing at this address.',
    instance: '/nothing',
    requestId: 'r-1',
  });
});

test.each(['/throws', '/throws-status', '/breaks-schema'])(
  '%s tells the caller nothing and the log everything, under the request id',
  async (url) => {
    const { lines, logger } = collectLines();
    const app = await buildTestApp({ routes: failing, logger });
    const response = await app.inject({ url, headers: { 'x-request-id': 'r-2' } });
    expect(response.statusCode).toBe(500);
    expect(response.json()).toMatchObject({ type: '/problems/internal', requestId: 'r-2' });
    expect(response.body).not.toMatch(/select|\.ts|stack/);
    expect(lines).toContainEqual(
      expect.objectContaining({
        requestId: 'r-2',
        err: expect.objectContaining({ stack: expect.any(String) }),
      }),
    );
  },
);

test('a database that is down is no fault of the caller, who is told to come back', async () => {
  const { lines, logger } = collectLines();
  const app = await buildTestApp({ routes: failing, logger });
  const response = await app.inject('/unavailable');
  expect(response.statusCode).toBe(503);
  expect(response.headers['retry-after']).toBe('5');
  expect(response.json()).toMatchObject({ type: '/problems/unavailable' });
  expect(response.body).not.toContain(secret);
  const err = expect.objectContaining({ message: secret, stack: expect.any(String) });
  expect(lines).toContainEqual(expect.objectContaining({ level: 'warn', err }));
});

test('a field that the response schema does not declare never leaves', async () => {
  const app = await buildTestApp({ routes: failing });
  expect((await app.inject('/tells-more')).json()).toEqual({ size: 1 });
});

test('breaking a rule of the database is a conflict', async () => {
  const app = await buildTestApp({ routes: failing });
  const response = await app.inject('/references');
  expect(response.json()).toMatchObject({ status: 409, type: '/problems/conflict' });
});

test('every wrong field of a body is named in one answer', async () => {
  const app = await buildTestApp({ routes: probe });
  const body = { size: '5', 'a/b~c': 1, constructor: 2 };
  const response = await app.inject({ method: 'POST', url: '/probe', ...json(body) });
  expect(response.statusCode).toBe(422);
  expect(response.json()).toMatchObject({
    type: '/problems/validation',
    errors: [
      { pointer: '/name', detail: 'is required' },
      { pointer: '/size', detail: expect.stringContaining('number') },
      { pointer: '/a~1b~0c', detail: 'is not known' },
      { pointer: '/constructor', detail: 'is not known' },
    ],
  });
});

test.each(['[]', 'null', '5', '"text"'])(
  'the body %s is no object: 422 for the whole',
  async (text) => {
    const app = await buildTestApp({ routes: probe });
    const response = await app.inject({ method: 'POST', url: '/probe', ...json(text) });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ errors: [{ pointer: '' }] });
  },
);

test.each(['unknown', '__proto__'])(
  'the query parameter %s is refused by its name',
  async (name) => {
    const app = await buildTestApp();
    const response = await app.inject(`/livez?${name}=1`);
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ errors: [{ parameter: name }] });
  },
);

test.each(['/%zz', '/livez?a=%zz', '/livez?a=%ff'])('%s is malformed: 400', async (url) => {
  const app = await buildTestApp();
  const response = await app.inject(url);
  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ type: '/problems/malformed' });
});
