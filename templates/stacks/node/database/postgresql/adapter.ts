import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { postgresql } from '../../../../services/postgresql.ts';
import { alterTable } from './alter-table.ts';
import { createTable } from './named-keys.ts';

const description = `PostgreSQL 15 or newer. \`DATABASE_URL\` takes two parameters:

- \`sslmode\`: \`verify-full\` encrypts and checks who answers; \`no-verify\` only encrypts; \`disable\`, the default,
  does neither and is for networks that nobody else is in
- \`sslrootcert\`: the file of the certificate authority, where it is not one that Node knows`;

export const contribute = (): Contribution => ({
  packages: { runtime: ['pg'], development: ['@types/pg'] },
  services: [postgresql],
  docs: [{ title: 'PostgreSQL', part: 'running', body: description }],
});

export const migrations = { createTable, alterTable };
