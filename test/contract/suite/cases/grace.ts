import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import { type Bench, withInstance } from '../bench.ts';
import { exchange } from '../http/ask.ts';
import { processTest } from '../process-test.ts';
import { halfSent } from './shutdown.ts';

const grace = 800;
const env = { SHUTDOWN_GRACE_MS: String(grace) };

/** "Requests in flight finish (within the grace time)." */
export function graceCases(bench: Bench, resource: Resource): void {
  describe('SHUTDOWN_GRACE_MS', () => {
    processTest(bench, 'is what a request in flight has', async (launcher) => {
      await withInstance(bench, launcher, env, async (instance) => {
        const slow = await halfSent(instance, resource);
        instance.running.signal('SIGTERM');
        await wait(grace / 2);
        slow.finish();
        const answer = await slow.answer;
        expect(answer.status, exchange(answer)).toBe(201);
        expect((await instance.running.exited).code).toBe(0);
      });
    });

    processTest(bench, 'ends the process when a request never finishes', async (launcher) => {
      await withInstance(bench, launcher, env, async (instance) => {
        await halfSent(instance, resource);
        const before = Date.now();
        await instance.running.stop('SIGTERM');
        const took = Date.now() - before;
        expect(took).toBeGreaterThanOrEqual(grace * 0.9);
        expect(took).toBeLessThan(grace + 3000);
      });
    });
  });
}
