import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { manifestPath } from '../apply/state.ts';
import { Refusal } from '../refusal.ts';

const isProject = (folder: string): boolean =>
  lstatSync(join(folder, manifestPath), { throwIfNoEntry: false })?.isFile() === true;

/**
 * The nearest folder, from here upwards, that holds a project.
 *
 * @throws {Refusal} when there is none
 */
export function findRoot(from: string): string {
  const start = resolve(from);
  let folder = start;
  while (!isProject(folder)) {
    const above = dirname(folder);
    if (above === folder) {
      throw new Refusal(
        `${start} is not in a Groundwork project; go into one, or make one with groundwork new.`,
      );
    }
    folder = above;
  }
  return folder;
}
