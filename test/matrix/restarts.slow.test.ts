import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'vitest';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import { projectLauncher } from '../contract/project-launcher.ts';
import { mysqlStores } from '../contract/store/mysql.ts';
import { ownServer } from '../contract/store/own-server.ts';
import { postgresqlStores } from '../contract/store/postgresql.ts';
import { createBench, withInstance } from '../contract/suite/bench.ts';
import { impatient, outliveOutages } from '../contract/suite/cases/outages.ts';
import { mysql } from '../servers/mysql.ts';
import { postgresql } from '../servers/postgresql.ts';
import { skipWithoutServer } from '../servers/server-url.ts';
import { resourceInput, specInput } from '../unit/spec/spec-input.ts';
import { filesOf } from './cases.ts';
import { putProject, useWorkshop } from './workshop.ts';

const cases = [
  { database: 'postgresql', server: postgresql, storesOn: postgresqlStores },
  { database: 'mysql', server: mysql, storesOn: mysqlStores },
] as const;

const workshop = useWorkshop();
const certificate = process.env['GROUNDWORK_SERVERS_CERTIFICATE'];

describe.each(cases)('$server.label', ({ database, server, storesOn }) => {
  if (certificate === undefined) {
    skipWithoutServer(database, `${server.label} stops and starts again under load`);
    return;
  }
  const key = join(dirname(certificate), 'server.key');

  test('stops, halts and starts again under load, and its back end recovers', async () => {
    const resources = [resourceInput()];
    const spec = parseSpec(specInput({ database, auth: 'none', resources }));
    const project = putProject(workshop(), `restarts-${database}`, (await filesOf(spec)).files);

    const folder = mkdtempSync(join(tmpdir(), 'groundwork-server-'));
    chmodSync(folder, 0o755);
    const place = { folder: join(folder, 'server'), certificate: { certificate, key } };
    const started = await server.start(place);
    const own = ownServer(server, place, started);
    const launcher = projectLauncher(project, storesOn(new URL(started.url), own.openLine));
    const [resource] = spec.resources;
    if (resource === undefined) throw new Error('there is no resource to work with');
    const bench = createBench(
      spec,
      launcher,
      () => '',
      () => undefined,
    );
    try {
      await withInstance(bench, launcher, impatient, async (instance) => {
        await outliveOutages(instance, resource);
      });
      await launcher.close();
    } finally {
      await own.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
