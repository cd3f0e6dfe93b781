import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';

/** @returns the SHA-256 in hexadecimal, as `Expected` holds it */
export const sha256 = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Whether anything has that name, a dangling link too. */
export const stands = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** @returns the SHA-256 of a regular file, 'absent' for none, 'other' for a folder, link or device */
export function digest(path: string): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return 'absent';
  return stats.isFile() ? sha256(readFileSync(path)) : 'other';
}
