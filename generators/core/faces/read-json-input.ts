import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseJson } from '../apply/read-json.ts';
import { exitCodes, Refusal } from '../refusal.ts';

const usage = (message: string, cause?: unknown): Refusal =>
  new Refusal(message, { exitCode: exitCodes.usage, cause });

/** How long a file on standard input may keep us waiting for its next bytes, in ms. */
const patience = 10_000;

async function readInput(flag: string): Promise<string> {
  if (process.stdin.isTTY) throw usage(`${flag} - reads a pipe; name a file, or pipe one in.`);
  const timer = setTimeout(() => {
    process.stdin.destroy(
      usage(`${flag} -: nothing more came on standard input in ${patience / 1000} s.`),
    );
  }, patience);
  process.stdin.on('data', () => timer.refresh());
  try {
    return await text(process.stdin);
  } finally {
    clearTimeout(timer);
  }
}

function readFile(path: string, flag: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw usage(`${flag}: cannot read ${path}; name a JSON file, or - for standard input.`, error);
  }
}

/**
 * Reads the JSON that a flag names.
 *
 * @param source path, or `-` for standard input
 * @throws {Refusal} naming the flag, when it cannot be read or is no JSON
 */
export async function readJsonInput(source: string, flag: string): Promise<unknown> {
  const content = source === '-' ? await readInput(flag) : readFile(source, flag);
  try {
    return parseJson(content, source === '-' ? 'standard input' : source);
  } catch (error) {
    throw error instanceof Refusal ? usage(`${flag}: ${error.message}`, error) : error;
  }
}
