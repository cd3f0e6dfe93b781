import type { Contribution } from '../../../../../../../../generators/core/model/contribution.ts';

const body = `Rows that were there before there were users belong to nobody, and only administrators see them.
\`uv run --env-file .env manage.py claim_rows jo@example.com\` gives all of them to a user.`;

export const contribute = (): Contribution => ({
  docs: [{ title: 'Rows without an owner', body }],
});
