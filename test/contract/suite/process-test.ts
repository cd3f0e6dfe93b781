import { test } from 'vitest';
import type { Bench } from './bench.ts';
import type { ProcessLauncher } from './launcher.ts';

const reason = 'needs a process of its own: give a project, not a base URL';

/** A case that starts servers itself. With a base URL alone it is skipped, and says so. */
export function processTest(
  bench: Bench,
  name: string,
  work: (launcher: ProcessLauncher) => Promise<void>,
): void {
  const { launcher } = bench;
  if (launcher.kind === 'process') {
    test(name, () => work(launcher));
    return;
  }
  test(name, (context) => {
    console.info(`skipped: ${name}: ${reason}`);
    context.skip(reason);
  });
}
