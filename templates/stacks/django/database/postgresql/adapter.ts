import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { postgresql } from '../../../../services/postgresql.ts';

const description = `PostgreSQL 15 or newer. \`DATABASE_URL\` takes two parameters:

- \`sslmode\`: \`verify-full\` encrypts and checks who answers; \`require\` only encrypts; \`disable\`, the default,
  does neither and is for networks that nobody else is in
- \`sslrootcert\`: the file of the certificate authority, beside \`verify-full\``;

export const contribute = (): Contribution => ({
  packages: { runtime: ['psycopg[binary]'] },
  services: [postgresql],
  docs: [{ title: 'PostgreSQL', part: 'running', body: description }],
});
