import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import type { Resource } from '../../../../../generators/core/spec/field.ts';
import { namesOf } from '../../../../../generators/core/spec/names.ts';
import type { Spec } from '../../../../../generators/core/spec/spec.ts';

const description = `\`GET /openapi.json\` is the whole API as OpenAPI 3.1, written from the schemas that check requests and
responses. Every error is a problem (RFC 9457); [docs/problems.md](docs/problems.md) lists them.`;

const pages = `There is no page to try requests on and no administration: the strict Content-Security-Policy stays.
Any viewer can read \`/openapi.json\` from outside (its origin goes into \`CORS_ORIGINS\`). To serve a
page from here, give that one route a policy of its own.`;

const example = (resource: Resource): string =>
  `\`\`\`sh\ncurl http://127.0.0.1:3000/api/v1/${namesOf(resource).many.kebab}\n\`\`\``;

export const contribute = ({ resources }: Spec): Contribution => ({
  probes: ['/openapi.json'],
  docs: [
    {
      title: 'API',
      body: [description, ...resources.slice(0, 1).map(example), pages].join('\n\n'),
    },
  ],
});
