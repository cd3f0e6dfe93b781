import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import type { ProjectSlots } from '../../slots.ts';

const slots: Partial<ProjectSlots> = {
  required: [{ name: 'nowhere', variables: ['DATABASE_URL'] }],
  aroundTests: [{ module: 'test/support/around-tests.ts' }],
};

export const contribute = (): Contribution => ({
  variables: [
    {
      name: 'DATABASE_POOL_SIZE',
      kind: 'integer',
      min: 1,
      max: 1000,
      default: '10',
      development: null,
      comment: 'Connections to the database that one process may keep open',
      connections: true,
      behind: 'DATABASE_URL',
    },
  ],
  slots: { ...slots },
});
