import { describe, expect, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { headerOf } from '../http/ask.ts';
import { converse } from '../http/conversation.ts';
import { pathOf } from '../url.ts';

/** More than any server has threads, or places to wait for one. */
const many = 400;

/** "200, even when a store is down", "503: overload". */
export function slowClientCases({ api }: Bench, resource: Resource): void {
  const path = pathOf(resource);

  describe('requests that never arrive', () => {
    test('keep nobody from /livez; others are answered, or told to come again', async () => {
      const slow = await Promise.all(Array.from({ length: many }, () => converse(api.origin())));
      const half = `POST ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: ${api.credentials().Authorization}\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"a"`;
      for (const { write } of slow) write(half);
      expect((await api.get('/livez')).status).toBe(200);
      const answer = await api.get(path);
      if (answer.status !== 200) {
        expectProblem(answer, { status: 503 });
        expect(headerOf(answer, 'retry-after')).toMatch(/^\d+$/u);
      }
      for (const { end } of slow) end();
      await expect.poll(async () => (await api.get(path)).status, { timeout: 10_000 }).toBe(200);
    });
  });
}
