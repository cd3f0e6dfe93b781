import { describe, expect, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';

const json = 'application/json';
const bodies: readonly (readonly [string, string, string | undefined])[] = [
  ['JSON', '{"a":1}', json],
  ['malformed JSON', '{bad', json],
  ['nothing, called JSON', '', json],
  ['text', 'hello', 'text/plain'],
  ['XML', '<a/>', 'text/xml'],
  ['a form', 'a=1', 'application/x-www-form-urlencoded'],
  ['a body of no type', 'hello', undefined],
  ['a body of a broken type', 'hello', 'nonsense'],
  ['a __proto__ key', '{"__proto__":1}', json],
];

/** The row "DELETE /api/v1/tasks/{id}" without its preconditions. */
export function removeCases({ api, rows }: Bench, resource: Resource): void {
  describe('DELETE', () => {
    test('answers 204, and from then on the row is 404', async () => {
      const row = await rows.create(resource);
      const answer = await api.remove(row.path);
      expect(answer.status, exchange(answer)).toBe(204);
      expectProblem(await api.remove(row.path), { status: 404 });
      expectProblem(await api.get(row.path), { status: 404 });
      expectProblem(await api.patch(row.path, {}), { status: 404 });
    });

    test.for(bodies)('ignores %s in the body', async ([, body, type]) => {
      const row = await rows.create(resource);
      const headers = type === undefined ? {} : { 'Content-Type': type };
      const answer = await api.send({ method: 'DELETE', path: row.path, headers, body });
      expect(answer.status, exchange(answer)).toBe(204);
    });

    test('ignores a chunked body', async () => {
      const row = await rows.create(resource);
      const ask = { method: 'DELETE', path: row.path, body: '{bad', chunked: true };
      const answer = await api.send({ ...ask, headers: { 'Content-Type': json } });
      expect(answer.status, exchange(answer)).toBe(204);
    });

    test('ignores a large body, and may refuse one over the limit', async () => {
      const headers = { 'Content-Type': 'application/octet-stream' };
      for (const [bytes, statuses] of [
        [500_000, [204]],
        [1_100_000, [204, 413]],
      ] as const) {
        const { path } = await rows.create(resource);
        const body = Buffer.alloc(bytes, 0xff);
        const answer = await api.send({ method: 'DELETE', path, headers, body });
        expect(statuses, exchange(answer).slice(0, 100)).toContain(answer.status);
      }
    });
  });
}
