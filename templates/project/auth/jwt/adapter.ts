import type { Contribution } from '../../../../generators/core/model/contribution.ts';
import type { Spec } from '../../../../generators/core/spec/spec.ts';

const setting = { development: null } as const;

/** The variables of users and tokens, whatever the back end is written in: see the HTTP contract. */
export const contribute = ({ name }: Spec): Contribution => ({
  variables: [
    {
      ...setting,
      name: 'JWT_SECRET',
      kind: 'secret',
      default: null,
      comment: 'Key that signs access tokens: random, at least 32 bytes (openssl rand -base64 32)',
    },
    {
      ...setting,
      name: 'JWT_ISSUER',
      kind: 'text',
      default: name,
      comment: 'Who issues access tokens',
    },
    {
      ...setting,
      name: 'JWT_AUDIENCE',
      kind: 'text',
      default: name,
      comment: 'Whom access tokens are for',
    },
    {
      ...setting,
      name: 'AUTH_RATE_LIMIT_PER_MINUTE',
      kind: 'integer',
      min: 1,
      max: 1_000_000,
      default: '10',
      comment:
        'Attempts to sign in, sign up, refresh or change a password in a minute, per client and per account',
    },
  ],
});
