import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseJson } from '../apply/read-json.ts';
import { manifestPath, readState } from '../apply/state.ts';
import { exitCodes, Refusal } from '../refusal.ts';

const usage = (message: string, cause?: unknown): Refusal =>
  new Refusal(message, { exitCode: exitCodes.usage, cause });

/** How long an answers file on standard input may keep us waiting for its next bytes, in ms. */
const patience = 10_000;

async function readInput(): Promise<string> {
  if (process.stdin.isTTY) throw usage('--answers - reads a pipe; name a file, or pipe one in.');
  const timer = setTimeout(() => {
    process.stdin.destroy(
      usage(`--answers -: nothing more came on standard input in ${patience / 1000} s.`),
    );
  }, patience);
  process.stdin.on('data', () => timer.refresh());
  try {
    return await text(process.stdin);
  } finally {
    clearTimeout(timer);
  }
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw usage(
      `--answers: cannot read ${path}; name a JSON file, or - for standard input.`,
      error,
    );
  }
}

function parseAnswers(content: string, source: string): unknown {
  try {
    return parseJson(content, source);
  } catch (error) {
    throw error instanceof Refusal ? usage(`--answers: ${error.message}`, error) : error;
  }
}

/**
 * Reads an answers file: a JSON object with keys of the spec and `example`. The `groundwork.json`
 * of a repository stands for its whole spec, resources included.
 *
 * @param source path, or `-` for standard input
 * @throws {Refusal} when it cannot be read or is no JSON object
 */
export async function readAnswers(source: string): Promise<Readonly<Record<string, unknown>>> {
  const content = source === '-' ? await readInput() : readFile(source);
  const answers = parseAnswers(content, source === '-' ? 'standard input' : source);
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) {
    throw usage('--answers: the file must hold a JSON object.');
  }
  if (basename(source) === manifestPath && 'generator' in answers) {
    return { ...readState(dirname(source)).spec };
  }
  const { $schema: _, generator: __, ...rest } = answers as Record<string, unknown>;
  return rest;
}
