import type { TestContext } from 'vitest';

/** Skips the test that is running, where all can see why. */
export function skipFor(reason: string, { skip, task }: TestContext): never {
  console.info(`skipped: ${task.name}: ${reason}`);
  return skip(reason);
}
