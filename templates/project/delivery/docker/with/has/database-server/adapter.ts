import type { Contribution } from '../../../../../../../generators/core/model/contribution.ts';
import { composeDev } from './compose-dev.ts';

const file = 'compose.dev.yaml';
const start = ['docker', 'compose', '--file', file, 'up', '--wait'] as const;

const description = `The database runs in a container, which only this machine can reach. It must be up before the back end
starts; the tests start it themselves, unless \`TEST_DATABASE_URL\` names another server.

\`\`\`sh
${start.join(' ')}
\`\`\`

Its password stands in \`.env\` twice: by itself, for the container, and in \`DATABASE_URL\`. \`down\` in place of
\`up --wait\` stops it, \`down --volumes\` throws its data away as well.`;

export const contribute = (): Contribution => ({
  preparations: [start],
  docs: [{ title: 'Database', body: description }],
  managed: [file],
});

export const writers = { [file]: composeDev };
