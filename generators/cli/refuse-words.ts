import { exitCodes, Refusal } from '../core/refusal.ts';

/** @throws {Refusal} when there are words behind a command that takes none */
export function refuseWords(positionals: readonly string[]): void {
  if (positionals.length === 0) return;
  throw new Refusal(`Too many words: ${positionals.join(' ')}.`, { exitCode: exitCodes.usage });
}
