import type { Contribution } from '../../../../generators/core/model/contribution.ts';
import type { Model } from '../../../../generators/core/model/model.ts';

const setting = { development: null } as const;

/** The variable that bounds what one process takes of the server. */
function boundOf({ variables }: Model): string {
  const bound = variables.find(({ connections }) => connections === true);
  if (bound === undefined) throw new Error('no adapter bounds connections to the database');
  return bound.name;
}

const description = (
  model: Model,
): string => `\`DATABASE_URL\` names a database that is there, and a user who may make tables in it.

Each process keeps up to \`${boundOf(model)}\` connections: the sum over all processes must stay below what
the server allows. A request that gets none within \`DATABASE_CONNECT_TIMEOUT_MS\`, or whose statement takes
longer than \`DATABASE_STATEMENT_TIMEOUT_MS\`, is answered 503. Lost connections are replaced without a restart;
until then \`/readyz\` answers 503, too.

The tests make databases of their own, and drop them, on the server that \`TEST_DATABASE_URL\` names, as a user
who may do that; your shell must know it, for tests do not read \`.env\`. They never touch the one that \`DATABASE_URL\` names.`;

/** What every back end reads that talks to a database over a network, whatever it is written in. */
export const contribute = (): Contribution => ({
  variables: [
    {
      ...setting,
      name: 'DATABASE_URL',
      kind: 'store',
      local: true,
      default: null,
      comment: 'Where the database is, and as whom to sign in: a URL',
    },
    {
      ...setting,
      name: 'DATABASE_CONNECT_TIMEOUT_MS',
      kind: 'integer',
      min: 1,
      max: 600_000,
      default: '5000',
      comment: 'How long to wait for a connection to the database, in milliseconds',
    },
    {
      ...setting,
      name: 'DATABASE_STATEMENT_TIMEOUT_MS',
      kind: 'integer',
      min: 1,
      max: 600_000,
      default: '10000',
      comment: 'How long one statement may take in the database, in milliseconds',
    },
  ],
  docs: [{ title: 'The database in production and in tests', part: 'running', body: description }],
});
