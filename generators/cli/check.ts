import { parseFlags } from '../core/faces/flags.ts';
import { exitCodeOfCheck, jsonOfCheck, textOfCheck } from '../core/faces/look/check-report.ts';
import { openToLook } from '../core/faces/look/open-to-look.ts';
import type { ExitCode } from '../core/refusal.ts';
import { checkRepository } from '../core/repository/check.ts';
import { lookFlags } from './look-flags.ts';
import { refuseWords } from './refuse-words.ts';

export const flags = lookFlags;

export async function run(words: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags(words, flags);
  refuseWords(positionals);
  const repository = await openToLook(process.cwd());
  const check = await checkRepository(repository);
  process.stdout.write(
    values['json'] === true
      ? `${JSON.stringify(jsonOfCheck(repository, check))}\n`
      : textOfCheck(repository, check),
  );
  return exitCodeOfCheck(check);
}
