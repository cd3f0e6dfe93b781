import { describe, expect, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { headerOf } from '../http/ask.ts';
import { parseObject } from '../json.ts';
import { isChangeable } from '../rows.ts';

const ascending = (a: number, b: number) => a - b;

/** "Two updates with the same If-Match: exactly one wins." */
export function raceCases({ api, rows }: Bench, resource: Resource): void {
  if (!isChangeable(resource)) return;

  describe('two writers with one If-Match', () => {
    test('have exactly one winner, in each of 200 pairs', async () => {
      let { path, etag, body } = await rows.create(resource);
      for (let pair = 0; pair < 200; pair += 1) {
        const patches = [await rows.change(resource, body), await rows.change(resource, body)];
        const answers = await Promise.all(
          patches.map((patch) => api.patch(path, patch, { 'If-Match': etag })),
        );
        const statuses = answers.map(({ status }) => status).toSorted(ascending);
        expect(statuses, `pair ${pair}`).toEqual([200, 412]);
        const winner = answers.find(({ status }) => status === 200);
        const read = await api.get(path);
        expect(read.text).toBe(winner?.text);
        etag = headerOf(read, 'etag');
        body = parseObject(read.text);
      }
    }, 30_000);

    test('have exactly one winner when one of them deletes', async () => {
      for (let pair = 0; pair < 20; pair += 1) {
        const { path, etag, body } = await rows.create(resource);
        const patch = await rows.change(resource, body);
        const patching = () => api.patch(path, patch, { 'If-Match': etag });
        const removing = () => api.remove(path, { 'If-Match': etag });
        const order = pair % 2 === 0 ? [patching, removing] : [removing, patching];
        const answers = await Promise.all(order.map((send) => send()));
        expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
        const patched = answers.some(({ status }) => status === 200);
        expect((await api.get(path)).status).toBe(patched ? 200 : 404);
      }
    });
  });
}
