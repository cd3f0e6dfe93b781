import type { Contribution } from '../../../../../../../../generators/core/model/contribution.ts';
import type { ProjectSlots } from '../../../../../slots.ts';

const slots: Partial<ProjectSlots> = {
  testServers: [{ name: 'startContainer', from: './container.ts' }],
};

export const contribute = (): Contribution => ({ slots: { ...slots } });
