import type { Contribution } from '../../../../../../../../../../../generators/core/model/contribution.ts';

export const contribute = (): Contribution => ({
  commands: [
    {
      name: 'users:claim-rows',
      run: 'npm run users:claim-rows',
      script: 'node --env-file-if-exists=.env src/commands/claim-rows.ts',
      does: 'Gives all rows without an owner to a user: `npm run users:claim-rows -- jo@example.com` (in production: `node dist/commands/claim-rows.js`)',
    },
  ],
});
