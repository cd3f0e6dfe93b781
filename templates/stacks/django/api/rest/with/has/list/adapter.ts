import type { Contribution } from '../../../../../../../../generators/core/model/contribution.ts';

export const contribute = (): Contribution => ({
  folders: [
    { path: 'common/fields/', holds: 'What each type of field takes, and how it is shown' },
  ],
});
