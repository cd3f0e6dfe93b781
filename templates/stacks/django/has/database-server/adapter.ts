import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import type { ProjectSlots } from '../../slots.ts';

const slots: Partial<ProjectSlots> = {
  databaseSettings: [
    { name: 'DATABASE_CONNECT_TIMEOUT_MS' },
    { name: 'DATABASE_STATEMENT_TIMEOUT_MS' },
  ],
};

export const contribute = (): Contribution => ({ slots: { ...slots } });
