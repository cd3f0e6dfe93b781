import type { Contribution } from '../../../../../generators/core/model/contribution.ts';

const body = `A JSON field holds an object or an array. \`PATCH\` treats it as RFC 7396 says, at every depth: the members
of an object are set one by one, \`null\` removes one, an array is replaced. Keys have no order: they
come back sorted. When a resource gets its first JSON field, let its service pass the patch through
\`mergeJson\` (\`src/lib/fields/json.ts\`) and its test call \`testMerging\`.`;

export const contribute = (): Contribution => ({ docs: [{ title: 'JSON fields', body }] });
