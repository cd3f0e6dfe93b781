import type { Contribution } from '../../../../../generators/core/model/contribution.ts';

const description = `\`GET /openapi.json\` is the whole API as OpenAPI 3.1, written from the models and serializers that check
requests and make answers. Every error is a problem (RFC 9457); [docs/problems.md](docs/problems.md) lists them.`;

const pages = `There is no page to try requests on and no administration: the strict Content-Security-Policy stays.
Any viewer can read \`/openapi.json\` from outside (its origin goes into \`CORS_ORIGINS\`). To serve a
page from here, give that one route a policy of its own.`;

export const contribute = (): Contribution => ({
  probes: ['/openapi.json'],
  folders: [{ path: 'common/openapi/', holds: 'The description of the API' }],
  docs: [{ title: 'API', body: `${description}\n\n${pages}` }],
});
