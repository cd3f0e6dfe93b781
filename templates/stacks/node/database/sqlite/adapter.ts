import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { createTable } from '../../family/sql/statements.ts';
import { alterTable } from './alter-table.ts';

export const contribute = (): Contribution => ({
  variables: [
    {
      name: 'DATABASE_URL',
      kind: 'file',
      local: true,
      default: 'file:./data/app.db',
      development: null,
      comment: 'Where the data lives: file: and a path, relative to the working directory',
    },
  ],
  storage: [{ name: 'data', path: 'data' }],
});

export const migrations = {
  createTable,
  alterTable,
  imports: { replaceColumn: "import { replaceColumn } from '../replace-column.ts';" },
};
