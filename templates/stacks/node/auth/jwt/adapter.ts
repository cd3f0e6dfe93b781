import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import type { Resource } from '../../../../../generators/core/spec/field.ts';
import { hasYielding } from '../../../../../generators/core/spec/on-delete.ts';
import { namesOf } from '../../../../../generators/core/spec/names.ts';
import type { Spec } from '../../../../../generators/core/spec/spec.ts';
import { targetsOf } from '../../../../../generators/core/spec/targets.ts';
import type { ProjectSlots, ResourceSlots } from '../../slots.ts';
import { commonPasswords } from './common-passwords.ts';

const description = `Whoever registers may read and write every resource, but sees only rows of their own: the role \`user\`.
The role \`admin\` sees the rows of all users, and says who has which role. Routes ask for permissions,
never for roles; \`src/lib/auth/roles.ts\` says which role grants what. Without a token the answer is 401.

\`\`\`sh
curl http://127.0.0.1:3000/api/v1/auth/register -H 'content-type: application/json' -d '{"email":"jo@example.com","name":"Jo","password":"seven lazy otters"}'
curl http://127.0.0.1:3000/api/v1/auth/login -H 'content-type: application/json' -d '{"email":"jo@example.com","password":"seven lazy otters"}'
ACCESS_TOKEN=   # the accessToken of that answer
curl http://127.0.0.1:3000/api/v1/auth/me -H "authorization: Bearer $ACCESS_TOKEN"
\`\`\`

Nobody is an administrator at first. \`npm run users:create-admin -- admin@example.com\` makes one and prints
a password that is good for nothing but being changed: sign in with it, then \`POST /api/v1/auth/password\`.
An administrator makes others of those who have registered: \`PATCH /api/v1/users/{id}\` with their \`roles\`.

An access token lives for 15 minutes, a refresh token for 30 days and for one use. To use one twice ends
the session: one of the two who did so is a thief. Another \`JWT_SECRET\` makes all access tokens void at
once; sessions go on with their refresh tokens.`;

const permission = (resource: Resource, what: string): string =>
  `${namesOf(resource).many.kebab}:${what}`;

const permissionsOf = (resource: Resource): readonly string[] =>
  ['read', 'write', ...(resource.shared ? [] : ['any'])].map((what) => permission(resource, what));

/** Makes the rows of a resource those of who created them. */
const ownership = (resource: Resource): Pick<ResourceSlots, 'columns' | 'conditions'> => ({
  columns: [
    {
      name: 'owner_id',
      type: 'string | null',
      stored: 'id',
      table: 'users',
      value: 'caller.id',
      note: 'rows that are there belong to nobody, and only administrators see them. Once somebody has registered, `npm run users:claim-rows -- <e-mail address>` gives them all of these.',
    },
  ],
  conditions: [
    {
      name: 'visible',
      condition: `visibleTo(caller, '${permission(resource, 'any')}')`,
      from: 'data/ownership.ts',
      maker: 'visibleTo',
    },
  ],
});

function slotsOf(resource: Resource, { resources }: Spec): Partial<ResourceSlots> {
  const references = targetsOf(resource).length > 0;
  const takesAlong = hasYielding(resource.name, resources);
  const guard = (key: string, what: string) => ({
    text: `${key}: '${permission(resource, what)}'`,
  });
  return {
    ...(resource.shared ? {} : ownership(resource)),
    parameters:
      references || takesAlong || !resource.shared
        ? [
            {
              name: 'caller',
              type: 'Caller',
              from: 'lib/auth/caller.ts',
              argument: 'request.caller',
            },
          ]
        : [],
    permissions: permissionsOf(resource).map((name) => ({ name })),
    readGuards: [guard('permission', 'read')],
    writeGuards: [guard('permission', 'write')],
    targetGuards: [guard('read', 'read'), ...(resource.shared ? [] : [guard('any', 'any')])],
    referrerGuards: [guard('write', 'write'), ...(resource.shared ? [] : [guard('any', 'any')])],
    reaches: takesAlong ? [{ name: 'reachOf', from: 'data/reach.ts' }] : [],
    checks: references ? [{ name: 'assertReadable', from: 'data/readable.ts' }] : [],
  };
}

const slots: Partial<ProjectSlots> = {
  problems: [
    { kind: 'unauthenticated', status: 401, remedy: 'sign in, or refresh the access token' },
    {
      kind: 'forbidden',
      status: 403,
      remedy: 'change a one-time password, or ask for the permission',
    },
  ],
  logging: [
    {
      imports: "import { secretKeys } from './auth/secret-keys.ts';",
      option: 'redact: { paths: secretKeys, remove: true }',
    },
  ],
  security: [{ from: './auth/security-schemes.ts' }],
  required: [{ name: 'secrets', variables: ['JWT_SECRET'] }],
};

export const contribute = (spec: Spec): Contribution => ({
  packages: { runtime: ['jose'] },
  commands: [
    {
      name: 'users:create-admin',
      run: 'npm run users:create-admin',
      script: 'node --env-file-if-exists=.env src/commands/create-admin.ts',
      does: 'Makes an administrator: `npm run users:create-admin -- admin@example.com` (in production: `node dist/commands/create-admin.js`)',
    },
  ],
  folders: [
    { path: 'src/commands/', holds: 'What operators run beside the server' },
    { path: 'src/lib/auth/', holds: 'Passwords, tokens, roles and what each of them grants' },
  ],
  docs: [{ title: 'Users and roles', body: description }],
  slots: { ...slots },
  resourceSlots: Object.fromEntries(
    spec.resources.map((resource) => [resource.name, slotsOf(resource, spec)]),
  ),
});

export const writers = { 'src/lib/auth/common-passwords.ts': commonPasswords };
