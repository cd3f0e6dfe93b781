import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import { type Bench, withInstance } from '../bench.ts';
import type { Ask } from '../http/ask.ts';
import { processTest } from '../process-test.ts';
import { nobody } from '../samples/reference.ts';
import { pathOf } from '../url.ts';

const json = { 'Content-Type': 'application/json' };

/** Requests of many fates, each with a path of its own by which its lines are known. */
const asksAt = (path: string): readonly Ask[] =>
  [
    { method: 'GET', path: `${path}?limit=1&` },
    { method: 'GET', path: `${path}/${nobody}?` },
    { method: 'GET', path: `${path}?nosuch=1&` },
    { method: 'GET', path: '/nosuch?' },
    { method: 'GET', path: '/%zz?' },
    { method: 'PUT', path: `${path}?` },
    { method: 'POST', path: `${path}?`, headers: json, body: '{bad' },
    { method: 'POST', path: `${path}?`, headers: json, body: '{"nosuch":1}' },
  ].map((ask, n) => ({ ...ask, path: `${ask.path}mark=m${n}m` }));

/** "Every log line of that request carries the same id." */
export function logCases(bench: Bench, resource: Resource): void {
  describe('the log', () => {
    processTest(bench, 'has the id of its request in every line', async (launcher) => {
      await withInstance(bench, launcher, { LOG_LEVEL: 'debug' }, async ({ running, api }) => {
        const asks = asksAt(pathOf(resource));
        await wait(100);
        const before = running.stdout().length;
        for (const [n, ask] of asks.entries()) {
          await api.send({ ...ask, headers: { ...ask.headers, 'X-Request-Id': `request-${n}` } });
        }
        await wait(200);
        const logged = running.stdout().slice(before).split('\n');
        for (const line of logged.filter((text) => text !== '')) {
          expect(line).toMatch(/"request-\d"/u);
          const [, mark] = /mark=m(\d)m/u.exec(line) ?? [];
          if (mark !== undefined) expect(line).toContain(`"request-${mark}"`);
        }
      });
    });
  });
}
