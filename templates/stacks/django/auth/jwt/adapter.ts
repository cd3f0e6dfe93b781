import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { propertyOf } from '../../../../../generators/core/spec/field.ts';
import type { Resource } from '../../../../../generators/core/spec/field.ts';
import { resourceNamed } from '../../../../../generators/core/spec/resource-named.ts';
import type { Spec } from '../../../../../generators/core/spec/spec.ts';
import { linesOfData } from '../../../../../generators/core/render/templates-folder.ts';
import { call } from '../../literals.ts';
import type { ProjectSlots, ResourceSlots } from '../../slots.ts';

const description = `Whoever registers may read and write every resource, but sees only rows of their own: the role \`user\`.
The role \`admin\` sees the rows of all users, and says who has which role. Views ask for permissions,
never for roles; \`apps/users/roles.py\` says which role grants what, and \`caller_of(request)\` who asks.
Without a token the answer is 401.

\`\`\`sh
curl http://127.0.0.1:3000/api/v1/auth/register -H 'content-type: application/json' -d '{"email":"jo@example.com","name":"Jo","password":"seven lazy otters"}'
curl http://127.0.0.1:3000/api/v1/auth/login -H 'content-type: application/json' -d '{"email":"jo@example.com","password":"seven lazy otters"}'
ACCESS_TOKEN=   # the accessToken of that answer
curl http://127.0.0.1:3000/api/v1/auth/me -H "authorization: Bearer $ACCESS_TOKEN"
\`\`\`

Nobody is an administrator at first. \`uv run --env-file .env manage.py create_admin admin@example.com\` makes one
and prints a password that is good for nothing but being changed: sign in with it, then
\`POST /api/v1/auth/password\`. An administrator makes others of those who have registered:
\`PATCH /api/v1/users/{id}\` with their \`roles\`.

An access token lives for 15 minutes, a refresh token for 30 days and for one use. To use one twice ends
the session: one of the two who did so is a thief. Another \`JWT_SECRET\` makes all access tokens void at
once; sessions go on with their refresh tokens.`;

const passwords = 'from config.passwords import HASHERS, VALIDATORS';

const setting = (name: string, value: string, imports: string | null) => ({ name, value, imports });

const signIn = 'sign_in: Callable[..., Api]';

const caller = (name: string, parameters: string, type: string, value: string) => ({
  name,
  parameters,
  type,
  value,
  imports: 'from collections.abc import Callable',
  ownImports: 'from tests.support.accounts import add_user, signed_in',
});

const slots: Partial<ProjectSlots> = {
  problems: [
    {
      kind: 'unauthenticated',
      status: 401,
      title: 'Unauthorized',
      remedy: 'sign in, or refresh the access token',
    },
    {
      kind: 'forbidden',
      status: 403,
      title: 'Forbidden',
      remedy: 'change a one-time password, or ask for the permission',
    },
  ],
  settings: [
    setting('AUTH_USER_MODEL', '"users.User"', null),
    setting('PASSWORD_HASHERS', 'HASHERS', passwords),
    setting('AUTH_PASSWORD_VALIDATORS', 'VALIDATORS', passwords),
  ],
  security: [
    {
      scheme: '"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}',
      authentication: 'apps.users.authentication.AccessTokenAuthentication',
      permission: 'common.access.permissions.HasPermission',
      errors: 'common.access.errors.answer',
    },
  ],
  testEnvironment: [{ name: 'AUTH_RATE_LIMIT_PER_MINUTE', value: '"1000000"', imports: null }],
  callers: [
    caller('sign_in', '', 'Callable[..., Api]', 'lambda **values: signed_in(add_user(**values))'),
    caller('api', signIn, 'Api', 'sign_in()'),
    caller('other', signIn, 'Api', 'sign_in()'),
    caller('admin', signIn, 'Api', 'sign_in(roles=["admin"])'),
  ],
};

const owner = {
  name: 'owner',
  definition: call('models.ForeignKey', [
    'to="users.user"',
    'on_delete=django.db.models.deletion.PROTECT',
    'related_name="+"',
    'null=True',
    'editable=False',
    'db_index=False',
  ]),
  table: 'users',
  index: 'owned',
  note: 'rows that are there belong to nobody, and only administrators see them. Once somebody has registered, `uv run --env-file .env manage.py claim_rows <e-mail address>` gives them all of these.',
};

const suite = (name: string, module: string) => ({ name, from: `tests.support.${module}` });

/** What tells whether the rules for its rows, and for what they refer to, are kept. */
function suitesOf(shared: boolean, refers: boolean, refersToOwned: boolean) {
  return [
    shared ? suite('SharingTests', 'sharing') : suite('OwnershipTests', 'ownership'),
    ...(shared ? [] : [suite('ClaimTests', 'claims')]),
    ...(refers ? [suite('GuardedReferenceTests', 'guarded_references')] : []),
    ...(refers && !shared ? [suite('OwnershipReferenceTests', 'ownership_references')] : []),
    ...(refersToOwned ? [suite('OwnedReferenceTests', 'owned_references')] : []),
  ];
}

function slotsOf(resource: Resource, { resources }: Spec): Partial<ResourceSlots> {
  const { shared, fields } = resource;
  const references = fields.filter(({ type }) => type === 'reference');
  const owned = fields.filter(
    (field) =>
      field.type === 'reference' && resourceNamed(field.resource, resources)?.shared === false,
  );
  return {
    models: shared ? [] : [{ name: 'OwnedRow', from: 'common.access.models' }],
    serializers:
      references.length === 0
        ? []
        : [{ name: 'GuardedSerializer', from: 'common.access.serializers' }],
    viewSets: [
      { name: shared ? 'GuardedViewSet' : 'OwnedViewSet', from: 'common.access.viewsets' },
    ],
    columns: shared ? [] : [owner],
    suites: suitesOf(shared, references.length > 0, owned.length > 0),
    owned: owned.map((field) => ({ property: propertyOf(field) })),
  };
}

export const contribute = (spec: Spec): Contribution => ({
  packages: { runtime: ['argon2-cffi', 'pyjwt'] },
  seeded: ['apps/users/migrations/__init__.py'],
  folders: [
    { path: 'apps/users/', holds: 'Accounts, sessions, tokens and roles' },
    { path: 'common/access/', holds: 'Who may do what with which rows' },
  ],
  docs: [{ title: 'Users and roles', body: description }],
  slots: { ...slots },
  resourceSlots: Object.fromEntries(
    spec.resources.map((resource) => [resource.name, slotsOf(resource, spec)]),
  ),
});

const list = 'project/auth/jwt/data/common-passwords.txt';

export const writers = {
  'apps/users/common-passwords.txt': () => `${linesOfData(list).join('\n')}\n`,
};
