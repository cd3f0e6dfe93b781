import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A change of one place in a file. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Changes a file for as long as the work takes.
 *
 * @throws when what is to be replaced does not stand in the file exactly once
 */
export async function withEdit<T>(
  root: string,
  { file, from, to }: Edit,
  work: () => Promise<T>,
): Promise<T> {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const count = before.split(from).length - 1;
  if (count !== 1)
    throw new Error(`${file} holds ${JSON.stringify(from)} ${count} times, not once`);
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
  try {
    return await work();
  } finally {
    writeFileSync(path, before);
  }
}
