import { basename, dirname } from 'node:path';
import { manifestPath, readState } from '../apply/state.ts';
import { exitCodes, Refusal } from '../refusal.ts';
import { readJsonInput } from './read-json-input.ts';

/**
 * Reads an answers file: a JSON object with keys of the spec and `example`. The `groundwork.json`
 * of a repository stands for its whole spec, resources included.
 *
 * @param source path, or `-` for standard input
 * @throws {Refusal} when it cannot be read or is no JSON object
 */
export async function readAnswers(source: string): Promise<Readonly<Record<string, unknown>>> {
  const answers = await readJsonInput(source, '--answers');
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) {
    throw new Refusal('--answers: the file must hold a JSON object.', {
      exitCode: exitCodes.usage,
    });
  }
  if (basename(source) === manifestPath && 'generator' in answers) {
    return { ...readState(dirname(source)).spec };
  }
  const { $schema: _, generator: __, ...rest } = answers as Record<string, unknown>;
  return rest;
}
