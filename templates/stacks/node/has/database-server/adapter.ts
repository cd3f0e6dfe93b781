import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import type { ProjectSlots } from '../../slots.ts';

const slots: Partial<ProjectSlots> = {
  required: [{ name: 'nowhere', variables: ['DATABASE_URL'] }],
  aroundTests: [{ module: 'test/support/around-tests.ts' }],
};

export const contribute = (): Contribution => ({ slots: { ...slots } });
