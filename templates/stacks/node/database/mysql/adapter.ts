import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { mysql } from '../../../../services/mysql.ts';
import { alterTable } from './alter-table.ts';
import { createTable } from './create-table.ts';

const description = `MySQL 8.4 or newer, or MariaDB 10.11 or newer. \`DATABASE_URL\` takes two parameters:

- \`ssl-mode\`: \`VERIFY_IDENTITY\` encrypts and checks who answers; \`REQUIRED\` only encrypts; \`DISABLED\`, the
  default, does neither and is for networks that nobody else is in
- \`ssl-ca\`: the file of the certificate authority, where it is not one that Node knows

A migration that fails halfway, or loses its connection, leaves what it did so far: this database takes no step
back from \`create table\` and its kin. \`npm run db:migrate\` names it, and the next time begins it anew, which
then fails at what is there already (\`Duplicate column name\`). Look with \`show create table\` which of its
statements have run, undo these as its \`down\` does, and migrate again. Of migrations that are written by hand,
those of one statement leave the least to undo.`;

export const contribute = (): Contribution => ({
  packages: { runtime: ['mysql2'] },
  services: [mysql],
  docs: [{ title: 'MySQL', part: 'running', body: description }],
});

export const migrations = { createTable, alterTable };
