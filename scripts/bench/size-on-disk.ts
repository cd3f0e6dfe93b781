import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder takes, in bytes, as `du` counts: blocks of 512 bytes, folders included. */
export function sizeOnDisk(path: string): number {
  const stat = lstatSync(path);
  const inside = stat.isDirectory() ? readdirSync(path) : [];
  return inside.reduce((sum, name) => sum + sizeOnDisk(join(path, name)), stat.blocks * 512);
}
