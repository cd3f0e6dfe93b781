import { parseFlags } from '../core/faces/flags.ts';
import { interruptible } from '../core/faces/interruptible.ts';
import { invocation } from '../core/faces/invocation.ts';
import { newFlags } from '../core/faces/new-flags.ts';
import { applyRun, finishRun, openRun, planRun } from '../core/faces/new-run.ts';
import { exitCodes, Refusal } from '../core/refusal.ts';
import type { ExitCode } from '../core/refusal.ts';

export const flags = newFlags;

function oneFolder(positionals: readonly string[]): string | undefined {
  if (positionals.length < 2) return positionals[0];
  throw new Refusal(`One folder at a time: ${positionals.join(', ')}.`, {
    exitCode: exitCodes.usage,
  });
}

export async function run(words: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags(words, flags);
  const planned = await planRun(await openRun(invocation('new'), oneFolder(positionals), values));
  const signal = interruptible();
  await applyRun(planned, signal);
  return finishRun(planned, signal);
}
