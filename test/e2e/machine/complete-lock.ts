import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The lowest of a range: `^0.1.0` says what it takes, a lock what there is. */
const exact = (range: string): string => range.replace(/^[\^~]|^>=/u, '');

/**
 * What a registry does not have, npm leaves out of the lock, and then `npm ci` refuses the lock. A
 * registry such as that of a closed machine lacks optional packages for other platforms: this puts
 * them in, for a platform that nobody has. Returns their names.
 */
export function completeLock(project: string): readonly string[] {
  const file = join(project, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };
  const { '': root, ...packages } = lock.packages;
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.entries(optionalDependencies))
    .filter(([name]) => !Object.keys(packages).some((path) => path.endsWith(`/${name}`)))
    .map(
      ([name, version]) =>
        [
          `node_modules/${name}`,
          { version: exact(version), dev: true, optional: true, os: ['none'] },
        ] as const,
    );
  const all = Object.entries({ ...packages, ...Object.fromEntries(missing) });
  lock.packages = {
    ...(root === undefined ? {} : { '': root }),
    ...Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, 'en'))),
  };
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  return missing.map(([path]) => path);
}
