import { chmodSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Person } from './people.ts';
import type { PythonTools } from './python.ts';

/** What `setup.ts` prepared once, for all tests. */
export interface World {
  /** Everything lies below it; everybody may pass through. */
  readonly folder: string;
  readonly tarball: string;
  /** PATH of a machine that has git, npm and the Node of today only. */
  readonly machinePath: string;
  /** The same with the Node first on it that the generator asks for. */
  readonly modernPath: string;
  readonly people: readonly Person[];
  /** Nothing where packages of Python are out of reach. */
  readonly python: PythonTools | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly world: World;
  }
}

export const world = (): World => inject('world');

/** A folder that everybody may pass through: not below somebody's home. */
export function makeWorldFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'groundwork-e2e-'));
  chmodSync(folder, 0o755);
  return folder;
}
