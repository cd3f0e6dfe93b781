import { describe, expect, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';
import { pathOf } from '../url.ts';

const json: readonly string[] = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"',
  'APPLICATION/JSON',
];
const other: readonly (string | undefined)[] = [
  undefined,
  'text/plain',
  'text/html',
  'text/xml',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'application/jsonx',
  'application/javascript',
  'text/plain; application/json',
  'text/plain, application/json',
  'application/json; charset=iso-8859-1',
  'application/json; charset=utf-16',
  'application/merge-patch+json; charset=latin1',
  'application',
  'nonsense',
  '*/*',
];

/** 415: "body that is not JSON in UTF-8". */
export function contentTypeCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  describe('Content-Type', () => {
    test.for(json)('%s is taken', async (type) => {
      const body = await rows.draft(resource);
      const answer = await api.post(path, body, { 'Content-Type': type });
      expect(answer.status, exchange(answer)).toBe(201);
    });

    test.for(other)('%s is 415 to POST and PATCH', async (type) => {
      const headers = type === undefined ? {} : { 'Content-Type': type };
      const body = JSON.stringify(await rows.draft(resource));
      expectProblem(await api.send({ method: 'POST', path, headers, body }), { status: 415 });
      const row = await rows.create(resource);
      const ask = { method: 'PATCH', path: row.path, headers, body: '{}' };
      expectProblem(await api.send(ask), { status: 415 });
    });

    test('given twice gets an answer: the first, or a refusal', async () => {
      const body = await rows.draft(resource);
      const twice = ['application/json', 'text/plain'];
      const answer = await api.post(path, body, { 'Content-Type': twice });
      expect([201, 400, 415], exchange(answer)).toContain(answer.status);
    });

    test('with a coding that nobody undoes is refused', async () => {
      const body = await rows.draft(resource);
      const answer = await api.post(path, body, { 'Content-Encoding': 'gzip' });
      expectProblem(answer, { status: [400, 415] });
    });
  });
}
