import type { Contribution } from '../../../../generators/core/model/contribution.ts';
import { compose } from './compose.ts';
import { contextFilter } from './context-filter.ts';

const description = `\`docker compose up --build --wait\` builds the image, runs the migrations in a container of their own and
starts the back end on http://127.0.0.1:3000. \`docker compose down\` stops it; its data stays in a
volume. Variables come from the shell or from \`.env\`; none of them is in the image.

Through a published port, every client has the address of the container's gateway, so all of them share one
rate limit. Put a proxy in front that sets \`X-Forwarded-For\`, and name the address from which its requests
arrive in \`TRUST_PROXY\`.

For any other platform, \`compose.yaml\` is the list of what to tell it: what runs before the start, what
must outlive a container, and which privileges nobody needs.`;

export const contribute = (): Contribution => ({
  steps: [
    {
      id: 'image',
      name: 'Image',
      run: ['docker compose up --build --wait'],
      needs: ['engine', 'variables'],
      diagnosis: 'docker compose logs',
    },
  ],
  docs: [{ title: 'Container', part: 'running', body: description }],
  managed: ['.dockerignore', 'compose.yaml'],
});

export const writers = { 'compose.yaml': compose, '.dockerignore': contextFilter };
