import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A folder that is kept from one run of the tests to the next. It is filled beside its place, and only
 * moved there once it is whole: several files of tests may want it at the same time.
 */
export function madeOnce(place: string, fill: (folder: string) => void): string {
  if (existsSync(place)) return place;
  mkdirSync(dirname(place), { recursive: true });
  const folder = mkdtempSync(`${place}-new-`);
  try {
    fill(folder);
    renameSync(folder, place);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    // Tests of another file may have been faster.
    if (!existsSync(place)) throw error;
  }
  return place;
}
