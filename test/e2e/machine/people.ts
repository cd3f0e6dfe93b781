import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Somebody who works on the machine, with a home of their own. */
export interface Person {
  readonly name: 'root' | 'an ordinary user';
  /** `undefined`: whoever runs the tests. */
  readonly uid: number | undefined;
  readonly home: string;
  /** Where npm keeps what it downloaded, and where it gets it from. */
  readonly npm: { readonly cache: string; readonly registry: string };
}

/** The user that owns nothing, on every Linux. */
const nobody = 65_534;

const identity = '[user]\n\tname = Ada Lovelace\n\temail = ada@example.com\n';

/** A folder of that person's own, with all folders above it that did not exist. */
export function makeFolder({ home, uid }: Person, ...names: readonly string[]): string {
  const folder = join(home, ...names);
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined || uid === undefined) return folder;
  for (let made = folder; made.startsWith(first); made = dirname(made)) chownSync(made, uid, uid);
  return folder;
}

function settle(person: Person): Person {
  const config = join(makeFolder(person), '.gitconfig');
  mkdirSync(person.npm.cache, { recursive: true });
  writeFileSync(config, identity);
  if (person.uid !== undefined) {
    for (const path of [person.npm.cache, person.home, config]) {
      chownSync(path, person.uid, person.uid);
    }
  }
  return person;
}

/**
 * Who can be played on this machine: root and an ordinary user, or only whoever we are.
 *
 * @param npm how the npm of this machine is set up
 */
export function settlePeople(folder: string, npm: Person['npm']): readonly Person[] {
  const home = (name: string) => join(folder, 'home', name);
  if (process.getuid?.() !== 0) {
    return [settle({ name: 'an ordinary user', uid: undefined, home: home('ada'), npm })];
  }
  const ownNpm = { ...npm, cache: join(folder, 'cache-of-ada') };
  return [
    settle({ name: 'root', uid: undefined, home: home('root'), npm }),
    settle({ name: 'an ordinary user', uid: nobody, home: home('ada'), npm: ownNpm }),
  ];
}
