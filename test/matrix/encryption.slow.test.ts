import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import { serverUrl, skipWithoutServer } from '../servers/server-url.ts';
import { specInput } from '../unit/spec/spec-input.ts';
import { filesOf } from './cases.ts';
import { useWorkshop, putProject, runIn } from './workshop.ts';

const authority = process.env['GROUNDWORK_SERVERS_CERTIFICATE'] ?? '';

/** How the URL of each database asks for encryption. */
const words = {
  postgresql: {
    verified: `sslmode=verify-full&sslrootcert=${authority}`,
    strangers: 'sslmode=verify-full',
    unverified: 'sslmode=no-verify',
  },
  mysql: {
    verified: `ssl-mode=VERIFY_IDENTITY&ssl-ca=${authority}`,
    strangers: 'ssl-mode=VERIFY_IDENTITY',
    unverified: 'ssl-mode=REQUIRED',
  },
} as const;

const workshop = useWorkshop();

describe.each(Object.entries(words))('%s over TLS', (database, parameters) => {
  const server = serverUrl(database);
  if (server === undefined) {
    skipWithoutServer(database, `encryption on ${database}`);
    return;
  }

  /** A back end without a table asks the server whether there is something to migrate. */
  const migrate = async (query: string) => {
    const spec = parseSpec(specInput({ database, auth: 'none', resources: [] }));
    const folder = putProject(workshop(), database, (await filesOf(spec)).files);
    const variables = { DATABASE_URL: `${server}?${query}` };
    return runIn(folder, process.execPath, ['src/data/migrate.ts'], variables);
  };

  test('is spoken to whoever the authority vouches for', async () => {
    const { ok, output } = await migrate(parameters.verified);
    expect(ok, output).toBe(true);
  });

  test('is not spoken to strangers, unless nobody asks who they are', async () => {
    const { ok, output } = await migrate(parameters.strangers);
    expect(ok).toBe(false);
    expect(output).toMatch(/^DATABASE_URL: .*certificate/u);
    expect((await migrate(parameters.unverified)).ok).toBe(true);
  });
});
