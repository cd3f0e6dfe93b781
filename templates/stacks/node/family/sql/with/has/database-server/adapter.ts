import type { Contribution } from '../../../../../../../../generators/core/model/contribution.ts';
import type { ProjectSlots } from '../../../../../slots.ts';

const slots: Partial<ProjectSlots> = {
  // A migration may have to read a large table.
  migrating: [{ setting: 'databaseStatementTimeoutMs: 0' }],
};

export const contribute = (): Contribution => ({ slots: { ...slots } });
