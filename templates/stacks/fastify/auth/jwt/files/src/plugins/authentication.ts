import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { type AccessTokens, createAccessTokens } from '../lib/auth/access-token.ts';
import type { Caller } from '../lib/auth/caller.ts';
import { type Permission, permissions } from '../lib/auth/permissions.ts';
import { Problem } from '../lib/problem.ts';
import { createCallerService } from '../modules/auth/callers.service.ts';
import { createUserRepository } from '../modules/users/users.repository.ts';

interface Options {
  readonly secret: string;
  readonly issuer: string;
  readonly audience: string;
  /** Routes below this path are closed to callers who are not signed in. */
  readonly closed: string;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly accessTokens: AccessTokens;
  }
  interface FastifyRequest {
    /** Throws on a route that is public. */
    readonly caller: Caller;
  }
  interface FastifyContextConfig {
    /** Opens a route below the closed path. */
    readonly isPublic?: boolean;
    /** What the caller must be granted. */
    readonly permission?: Permission;
    /** Open to users who have not yet replaced the password that was made for them. */
    readonly takesOneTimePassword?: boolean;
    /** How to sign in; set below for every route that is closed. */
    readonly security?: 'bearer';
  }
}

/** Answers 401 or 403 before anything else of a request is looked at, its body included. */
export const authentication = plugin<Options>((app, { closed, ...settings }, done) => {
  const accessTokens = createAccessTokens(settings);
  const service = createCallerService(accessTokens, createUserRepository(app.database));
  const callers = new WeakMap<FastifyRequest, Caller>();
  app.decorate('accessTokens', accessTokens);
  app.decorateRequest('caller', {
    getter() {
      const caller = callers.get(this);
      if (!caller) throw new Error(`${this.routeOptions.url} is public: it has no caller.`);
      return caller;
    },
  });

  app.addHook('onRoute', (route) => {
    const { isPublic, permission, problems = [] } = route.config ?? {};
    if (permission && !permissions.includes(permission)) {
      throw new Error(`${route.url} asks for ${permission}, which no module has to grant.`);
    }
    if (isPublic || !route.url.startsWith(`${closed}/`)) return;
    route.config = { ...route.config, security: 'bearer', problems: [...problems, 401, 403] };
  });
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config.security) return;
    callers.set(request, await service.identify(request.headers.authorization));
    assertAllowed(request);
  });
  done();
});

function assertAllowed({ caller, routeOptions }: FastifyRequest): void {
  const { permission, takesOneTimePassword } = routeOptions.config;
  if (caller.mustChangePassword && !takesOneTimePassword) {
    throw new Problem('forbidden', 'Change the password first.');
  }
  if (permission && !caller.permissions.has(permission)) {
    throw new Problem('forbidden', `This needs the permission ${permission}.`);
  }
}
