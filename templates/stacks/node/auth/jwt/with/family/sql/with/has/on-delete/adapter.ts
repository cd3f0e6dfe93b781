import type { Contribution } from '../../../../../../../../../../../generators/core/model/contribution.ts';
import type { ProjectSlots } from '../../../../../../../../slots.ts';

const slots: Partial<ProjectSlots> = {
  removal: [{ name: 'reach', type: 'Reach', from: './reach.ts' }],
};

export const contribute = (): Contribution => ({ slots: { ...slots } });
