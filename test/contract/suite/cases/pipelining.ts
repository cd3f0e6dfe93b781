import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import { type Bench, withInstance } from '../bench.ts';
import { converse, statusesIn } from '../http/conversation.ts';
import { processTest } from '../process-test.ts';
import { pathOf } from '../url.ts';
import { untilStopping } from './shutdown.ts';

const head = (method: string, path: string, more = ''): string =>
  `${method} ${path} HTTP/1.1\r\nHost: contract.test\r\n${more}\r\n`;

/** One connection, busy when the signal comes, with a second request right behind the first. */
export function pipeliningCases(bench: Bench, resource: Resource): void {
  const path = pathOf(resource);

  describe('SIGTERM on a busy connection', () => {
    processTest(bench, 'lets its request complete, and no further one', async (launcher) => {
      await withInstance(bench, launcher, {}, async ({ running, rows, api }) => {
        const body = JSON.stringify(await rows.draft(resource));
        const length = `Authorization: ${api.credentials().Authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
        const { write, heard, closed } = await converse(running.baseUrl);
        write(head('POST', path, length) + body.slice(0, 5));
        await wait(100);
        running.signal('SIGTERM');
        await untilStopping(running.baseUrl);
        write(body.slice(5) + head('GET', path));
        await closed;
        const [first, ...others] = statusesIn(heard());
        expect(first, heard()).toBe(201);
        expect([[], [503]], heard()).toContainEqual(others);
        expect((await running.exited).code).toBe(0);
      });
    });
  });
}
