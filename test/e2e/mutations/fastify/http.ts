import { tasks } from './example.ts';
import type { Mutation } from '../mutation.ts';

/**
 * What somebody may do to the back end by mistake, and its own tests must notice. Not among them: a
 * process that does not close its database file, which Node then closes by itself at the end.
 */
export const httpMistakes: readonly Mutation[] = [
  {
    what: 'a handler that answers with another status',
    tests: 'tasks.test',
    file: `${tasks}.routes.ts`,
    from: '.code(201)',
    to: '.code(200)',
  },
  {
    what: 'a handler that forgets the entity tag',
    tests: 'tasks.test',
    file: `${tasks}.routes.ts`,
    from: "return reply.header('etag', entityTag(changed.version)).send(changed);",
    to: 'return reply.send(changed);',
  },
  {
    what: 'an update that overwrites whatever is there',
    tests: 'tasks.test',
    file: `${tasks}.repository.ts`,
    from: "\n        .where('version', '=', version)",
    to: '',
  },
  {
    what: 'an update that does not look at If-Match',
    tests: 'tasks.test',
    file: `${tasks}.service.ts`,
    from: 'assertMatch(ifMatch, current.version);',
    to: '',
  },
  {
    what: 'an update that always makes a new version',
    tests: 'tasks.test',
    file: `${tasks}.service.ts`,
    from: 'if (!changes(current, patch)) return current;',
    to: '',
  },
  {
    what: 'a list that never has a next page',
    tests: 'tasks.test',
    file: 'src/lib/listing.ts',
    from: 'limit: size + 1',
    to: 'limit: size',
  },
  {
    what: 'a missing security header',
    tests: 'headers',
    file: 'src/plugins/response-headers.ts',
    from: "  'x-content-type-options': 'nosniff',\n",
    to: '',
  },
  {
    what: 'a rate limit that is one off',
    tests: 'rate-limit',
    file: 'src/plugins/rate-limit.ts',
    from: 'max: perMinute',
    to: 'max: perMinute + 1',
  },
  {
    what: 'a body in which the last of two equal keys wins',
    tests: 'bodies',
    file: 'src/lib/json.ts',
    from: 'if (keys?.has(key))',
    to: 'if (key === undefined)',
  },
  {
    what: 'a DELETE that does not look at If-Match',
    tests: 'tasks.test',
    file: `${tasks}.service.ts`,
    from: 'assertMatch(ifMatch, version);',
    to: '',
  },
  {
    what: 'a page that goes on with the row it ended with',
    tests: 'tasks.test',
    file: 'src/data/listing.ts',
    from: 'const beyond = descending ? sql`${reference} < ${value}`',
    to: 'const beyond = descending ? sql`${reference} <= ${value}`',
  },
  {
    what: 'a body whose unknown fields are dropped',
    tests: 'tasks.test',
    file: `${tasks}.schema.ts`,
    from: 'export const taskInput = z\n  .strictObject({',
    to: 'export const taskInput = z\n  .object({',
  },
  {
    what: 'an error that tells what went wrong inside',
    tests: 'errors',
    file: 'src/lib/problem.ts',
    from: 'return new Problem(kind, STATUS_CODES[statuses[kind]] ?? kind, { cause });',
    to: 'return new Problem(kind, String(cause), { cause });',
  },
  {
    what: 'two schemas of one name in the description',
    tests: 'http/openapi',
    file: 'src/lib/openapi.ts',
    from: 'if (claimed !== named.get(id))',
    to: 'if (claimed === undefined)',
  },
  {
    what: 'a client that names itself',
    tests: 'rate-limit',
    file: 'src/app.ts',
    from: 'trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false',
    to: 'trustProxy: true',
  },
  {
    what: 'a server that is ready without its database',
    tests: 'health',
    file: 'src/modules/health/health.routes.ts',
    from: 'await app.database.check();',
    to: '',
  },
];
