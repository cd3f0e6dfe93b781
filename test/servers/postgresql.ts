import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { resumeCluster, startCluster } from './postgresql-cluster.ts';
import { install, whyNoPackages } from './programs.ts';
import type { Server } from './server.ts';

const versions = '/usr/lib/postgresql';

/** The folder of the oldest version that Debian has installed here. */
function programs(): string | undefined {
  if (!existsSync(versions)) return undefined;
  const folders = readdirSync(versions)
    .toSorted((a, b) => Number(a) - Number(b))
    .map((version) => join(versions, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

export const postgresql: Server = {
  label: "PostgreSQL, Debian's",
  variable: 'GROUNDWORK_POSTGRESQL_URL',
  excuse: () => (programs() === undefined ? whyNoPackages() : undefined),
  start: (place) => {
    if (programs() === undefined) install('postgresql');
    return startCluster(programs() ?? '', place);
  },
  resume: async (place) => resumeCluster(programs() ?? '', place),
};
