import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPath } from '../apply/paths.ts';
import { readJson } from '../apply/read-json.ts';
import { pendingPath } from '../apply/state.ts';
import { standsAt } from '../merge/disk.ts';
import { exitCodes, Refusal } from '../refusal.ts';

const marker = /^(?:<<<<<<<|>>>>>>>) /mu;

function holdsMarkers(root: string, path: string): boolean {
  checkPath(path);
  return standsAt(root, path) === 'file' && marker.test(readFileSync(join(root, path), 'utf8'));
}

function listed(root: string): readonly string[] {
  const paths = readJson(join(root, pendingPath));
  if (Array.isArray(paths) && paths.every((path) => typeof path === 'string')) return paths;
  throw new Refusal(`${pendingPath} lists no files; take it back from git, or delete it.`);
}

/** The files that were left with conflict markers and still hold them. */
export function readPending(root: string): readonly string[] {
  if (!existsSync(join(root, pendingPath))) return [];
  return listed(root).filter((path) => holdsMarkers(root, path));
}

/** @throws {Refusal} with exit code 3 while conflicts are not resolved */
export function refusePending(pending: readonly string[]): void {
  if (pending.length === 0) return;
  throw new Refusal(
    'Conflict markers of the last command are left; resolve them and run this one again.',
    {
      exitCode: exitCodes.conflict,
      faults: pending.map((path) => ({ path, message: 'holds conflict markers' })),
    },
  );
}
