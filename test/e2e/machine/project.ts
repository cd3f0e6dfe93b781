import { join } from 'node:path';
import { makeFolder } from './people.ts';
import type { Person } from './people.ts';
import { must, run } from './run.ts';
import type { Ran, Where } from './run.ts';
import { world } from './world.ts';

/** What `groundwork new --json` prints, as far as the tests read it. */
export interface Report {
  readonly ok: boolean;
  readonly install: string;
  readonly git: string;
  readonly verify: string;
  readonly warnings: readonly string[];
  readonly next: readonly string[];
}

/** Installs the packed generator in an empty folder of that person. */
export async function installGenerator(where: Where, tarball: string): Promise<void> {
  await must(['npm', 'install', '--no-audit', '--no-fund', tarball], where);
}

/** Runs the `groundwork` that was installed for that person. */
export function groundwork(
  person: Person,
  cwd: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const bin = join(generatorOf(person), 'node_modules', '.bin', 'groundwork');
  return run([bin, ...words], { as: person, cwd, path: world().modernPath, env });
}

export const generatorOf = (person: Person): string => join(person.home, 'generator');

/** A project of that person, made from the packed tarball; where commands in it run. */
export async function makeProject(
  person: Person,
  name: string,
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Where> {
  const cwd = makeFolder(person, 'work');
  const { code, stderr } = await groundwork(person, cwd, ['new', name, '--yes', ...words], env);
  if (code !== 0) throw new Error(stderr);
  return { as: person, cwd: join(cwd, name), path: world().modernPath, env };
}
