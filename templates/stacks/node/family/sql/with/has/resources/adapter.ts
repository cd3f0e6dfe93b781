import type { Contribution } from '../../../../../../../../generators/core/model/contribution.ts';

export const contribute = (): Contribution => ({
  folders: [
    {
      path: 'src/data/migrations/',
      holds: 'Changes of the tables, in the order of their names; never edit one that has run',
    },
  ],
});
