import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { printMigration } from './print-migration.ts';
import { dropTable } from './statements.ts';

export const contribute = (): Contribution => ({
  packages: { runtime: ['kysely'] },
  commands: [
    {
      name: 'db:migrate',
      run: 'npm run db:migrate',
      script: 'node --env-file-if-exists=.env src/data/migrate.ts',
      does: 'Runs the migrations that have not run yet (in production: `node dist/data/migrate.js`)',
    },
  ],
  release: [{ name: 'migrate', run: ['node', 'dist/data/migrate.js'] }],
});

export const migrations = { dropTable, print: printMigration };
