import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import type { ProjectSlots } from '../../slots.ts';

const slots: Partial<ProjectSlots> = {
  databaseSettings: [
    { name: 'DATABASE_CONNECT_TIMEOUT_MS' },
    { name: 'DATABASE_STATEMENT_TIMEOUT_MS' },
  ],
  testEnvironment: [
    {
      name: 'DATABASE_URL',
      value: 'database_server.url()',
      imports: 'from tests.support import database_server',
    },
  ],
};

export const contribute = (): Contribution => ({ slots: { ...slots } });
