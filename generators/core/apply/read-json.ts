import { readFileSync } from 'node:fs';
import { Refusal } from '../refusal.ts';

/** @throws {Refusal} naming the file, when it cannot be read or is not JSON */
export function readJson(path: string): unknown {
  return parseJson(readFileSync(path, 'utf8'), path);
}

/** @throws {Refusal} naming where the text came from, when it is not JSON */
export function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch (error) {
    const why = String(error instanceof Error ? error.message : error).replaceAll(
      /[\s\p{Cc}]+/gu,
      ' ',
    );
    throw new Refusal(`${source} is not JSON: ${why}.`, { cause: error });
  }
}
