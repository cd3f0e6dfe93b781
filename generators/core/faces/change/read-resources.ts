import { exitCodes, Refusal } from '../../refusal.ts';
import type { Json } from '../../spec/reader.ts';
import { readJsonInput } from '../read-json-input.ts';

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads resources from a file: one, a list of them, or `resources` of an answers file.
 *
 * @param source path, or `-` for standard input
 * @throws {Refusal} when it cannot be read, or holds something else
 */
export async function readResources(source: string): Promise<readonly Json[]> {
  const content = await readJsonInput(source, '--from');
  const held: unknown =
    isObject(content) && 'resources' in content ? content['resources'] : content;
  const list: readonly unknown[] = Array.isArray(held) ? held : [held];
  if (list.length > 0 && list.every(isObject)) return list;
  throw new Refusal(
    '--from: the file must hold a resource, a list of them, or {"resources": [...]}; see groundwork schema.',
    { exitCode: exitCodes.usage },
  );
}
