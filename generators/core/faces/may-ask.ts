import type { FlagValues } from './flags.ts';

/** Whether there is a person to ask: a terminal on both sides, no CI, and nobody said not to. */
export function mayAsk(values: FlagValues): boolean {
  const ci = process.env['CI'] ?? '';
  const inCi = ci !== '' && ci !== 'false' && ci !== '0';
  const terminal = process.stdin.isTTY && process.stdout.isTTY;
  return terminal && !inCi && values['yes'] !== true && values['json'] !== true;
}
