import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../unit/shape/sources.ts';

/** Makes a copy of the program and its templates, which may be changed. */
export function copyProgram(copy: string): string {
  mkdirSync(copy);
  for (const part of ['generators', 'templates', 'package.json']) {
    cpSync(join(repository, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}
