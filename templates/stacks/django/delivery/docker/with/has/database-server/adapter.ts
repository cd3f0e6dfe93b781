import type { Contribution } from '../../../../../../../../generators/core/model/contribution.ts';
import type { ProjectSlots } from '../../../../../slots.ts';

const slots: Partial<ProjectSlots> = { testServers: [{ module: 'container' }] };

export const contribute = (): Contribution => ({ slots: { ...slots } });
