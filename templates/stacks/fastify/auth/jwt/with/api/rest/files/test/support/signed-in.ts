import { randomUUIDv7 } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import type { buildApp } from '../../src/app.ts';
import { unusableHash } from '../../src/lib/auth/password-hash.ts';
import { defaultRoles } from '../../src/lib/auth/roles.ts';
import { createUserRepository } from '../../src/modules/users/users.repository.ts';

type TestApp = Awaited<ReturnType<typeof buildApp>>;

interface Given {
  readonly roles?: readonly string[];
  readonly mustChangePassword?: boolean;
}

/**
 * The application as a new user sees it: requests carry a token of theirs, unless they bring an
 * `authorization` of their own; an empty one stands for none.
 */
export async function signedIn(app: TestApp, given: Given = {}): Promise<TestApp> {
  // Before it is ready, an application is thenable: to await a view of it gives the application.
  await app.ready();
  const token = `Bearer ${await app.accessTokens.issue(await createUser(app, given))}`;
  return Object.assign(Object.create(app) as TestApp, {
    inject(request: InjectOptions | string) {
      const options = typeof request === 'string' ? { url: request } : request;
      const { authorization = token, ...headers } = options.headers ?? {};
      return app.inject({
        ...options,
        headers: { ...headers, ...(authorization && { authorization }) },
      });
    },
  });
}

/** Returns the id of a user who has no password, so that no time goes into hashing one. */
export async function createUser(app: TestApp, given: Given = {}): Promise<string> {
  const id = randomUUIDv7();
  const now = new Date().toISOString();
  await createUserRepository(app.database).insert({
    id,
    email: `${id}@example.com`,
    name: 'Somebody',
    passwordHash: unusableHash,
    roles: [...(given.roles ?? defaultRoles)],
    mustChangePassword: given.mustChangePassword ?? false,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}
