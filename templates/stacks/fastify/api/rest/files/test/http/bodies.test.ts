import { expect, test } from 'vitest';
import { buildTestApp, json } from '../support/app.ts';
import { probe } from '../support/probe.ts';

const valid = { name: 'a', size: 1 };
const app = () => buildTestApp({ routes: probe, variables: { BODY_LIMIT_BYTES: '2000' } });

test('a JSON body arrives as it was sent', async () => {
  const body = { name: 'brackets {["\\" :, ü', size: 1 };
  const response = await (await app()).inject({ method: 'POST', url: '/probe', ...json(body) });
  expect(response.json()).toEqual(body);
});

test('equal keys in different objects are no duplicates', async () => {
  const payload = '[{"a":{"b":1},"b":"a"},{"a" :1}]';
  const response = await (await app()).inject({ method: 'POST', url: '/probe', ...json(payload) });
  expect(response.statusCode).toBe(422);
});

test.each([
  ['an empty body', ''],
  ['malformed JSON', '{"name":'],
  ['a duplicate key', '{"name":"a","name":"b"}'],
  ['a duplicate key in another spelling', '{"name":"a","\\u006eame":"b"}'],
  ['a duplicate key far inside', '[{"a":[{"b":1,"c":2,"b":3}]}]'],
  ['the key __proto__', '{"__proto__":{"admin":true}}'],
  ['the key __proto__ in another spelling', '{"\\u005f_proto__":1}'],
  ['65 levels of nesting', '['.repeat(65) + ']'.repeat(65)],
  ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22])],
])('%s is refused with 400', async (_name, payload) => {
  const response = await (
    await app()
  ).inject({
    method: 'POST',
    url: '/probe',
    headers: { 'content-type': 'application/json' },
    payload,
  });
  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ type: '/problems/malformed' });
});

test('a request without any body is refused with 400 where one is needed', async () => {
  const response = await (await app()).inject({ method: 'POST', url: '/probe' });
  expect(response.statusCode).toBe(400);
});

test('64 levels of nesting are read', async () => {
  const payload = '['.repeat(64) + ']'.repeat(64);
  const response = await (await app()).inject({ method: 'POST', url: '/probe', ...json(payload) });
  expect(response.statusCode).toBe(422);
});

test.each([
  ['POST', 'application/json; charset=UTF-8', 200],
  ['POST', 'application/json; charset="utf-8"; profile=x', 200],
  ['PATCH', 'application/merge-patch+json', 200],
  ['PATCH', 'application/json', 200],
  ['POST', 'application/merge-patch+json', 415],
  ['POST', 'application/json; charset=latin1', 415],
  ['POST', 'text/xml', 415],
  ['POST', 'not a type', 415],
  ['POST', undefined, 415],
] as const)('%s with the content type %s is answered with %i', async (method, type, status) => {
  const response = await (
    await app()
  ).inject({
    method,
    url: method === 'POST' ? '/probe' : '/probe/1',
    headers: type === undefined ? {} : { 'content-type': type },
    payload: Buffer.from(JSON.stringify(valid)),
  });
  expect(response.statusCode).toBe(status);
});

test('an encoded body is refused with 415', async () => {
  const response = await (
    await app()
  ).inject({
    method: 'POST',
    url: '/probe',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    payload: JSON.stringify(valid),
  });
  expect(response.statusCode).toBe(415);
});

test('a body over the limit is refused with 413', async () => {
  const body = { ...valid, name: 'x'.repeat(2000) };
  const response = await (await app()).inject({ method: 'POST', url: '/probe', ...json(body) });
  expect(response.statusCode).toBe(413);
  expect(response.json()).toMatchObject({ type: '/problems/too-large' });
});

test.each([
  ['malformed', 'application/json', '{'],
  ['of another type', 'text/xml', '<a/>'],
  ['over the limit', 'application/json', 'x'.repeat(3000)],
])('a body of a DELETE is ignored when it is %s', async (_name, type, payload) => {
  const response = await (
    await app()
  ).inject({ method: 'DELETE', url: '/probe/1', headers: { 'content-type': type }, payload });
  expect(response.statusCode).toBe(204);
});
