import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { baseFolder } from '../apply/baseline.ts';
import { digest } from '../apply/content.ts';
import { changed } from '../apply/guard.ts';
import { manifestPath, resourceFolder } from '../apply/state.ts';
import { filesBelow } from '../merge/disk.ts';

/** What tells one state of a project from another: path -> what stood there. */
export type Fingerprints = ReadonlyMap<string, string>;

/** A thousand baselines are not read for this. */
function stampOf(path: string): string {
  const { size, mtimeMs } = lstatSync(path);
  return `${size} ${mtimeMs}`;
}

/** Of the spec and the baselines, on which every plan rests. */
export function fingerprintsOf(root: string): Fingerprints {
  const spec = [manifestPath, ...filesBelow(root, resourceFolder)];
  return new Map([
    ...spec.map((path) => [path, digest(join(root, path))] as const),
    ...filesBelow(root, baseFolder).map((path) => [path, stampOf(join(root, path))] as const),
  ]);
}

/** @throws {Refusal} naming a file of the state that is not as it was when the project was opened */
export function refuseChanged(root: string, before: Fingerprints): void {
  const now = fingerprintsOf(root);
  const path = [...before.keys(), ...now.keys()].find((one) => before.get(one) !== now.get(one));
  if (path !== undefined) throw changed(path);
}
