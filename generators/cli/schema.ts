import { parseFlags } from '../core/faces/flags.ts';
import type { Flag } from '../core/faces/flags.ts';
import { exitCodes } from '../core/refusal.ts';
import type { ExitCode } from '../core/refusal.ts';
import { jsonSchema } from '../core/spec/json-schema.ts';

export const flags: readonly Flag[] = [
  { name: 'json', type: 'boolean', does: 'accepted for symmetry: the schema is JSON anyway' },
  { name: 'debug', type: 'boolean', does: 'print stack traces' },
];

export function run(words: readonly string[]): Promise<ExitCode> {
  parseFlags(words, flags);
  process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return Promise.resolve(exitCodes.done);
}
