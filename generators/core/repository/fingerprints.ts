import { lstatSync } from 'node:fs';
import { baseFolder } from '../apply/baseline.ts';
import { changed } from '../apply/guard.ts';
import { manifestPath, resourceFolder } from '../apply/state.ts';
import { filesBelow } from '../merge/disk.ts';

/** What tells one state of a project from another: path -> what stood there. */
export type Fingerprints = ReadonlyMap<string, string>;

/** Thousands of files are not read for this. */
function stampOf(path: string): string {
  const { ino, size, mtimeMs, ctimeMs } = lstatSync(path);
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** Of the spec and the baselines, on which every plan rests. */
export function fingerprintsOf(root: string): Fingerprints {
  const paths = [
    manifestPath,
    ...filesBelow(root, resourceFolder),
    ...filesBelow(root, baseFolder),
  ];
  return new Map(paths.map((path) => [path, stampOf(`${root}/${path}`)] as const));
}

/** @throws {Refusal} naming a file of the state that is not as it was when the project was opened */
export function refuseChanged(root: string, before: Fingerprints): void {
  const now = fingerprintsOf(root);
  const path = [...before.keys(), ...now.keys()].find((one) => before.get(one) !== now.get(one));
  if (path !== undefined) throw changed(path);
}
