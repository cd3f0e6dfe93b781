import * as z from 'zod';
import type { App } from '../../plugins/validation.ts';
import { createUserRepository } from '../users/users.repository.ts';
import {
  type Credentials,
  credentials,
  type RefreshInput,
  refreshInput,
  tokenPair,
} from './auth.schema.ts';
import { noStore } from './no-store.ts';
import { createRefreshTokenRepository } from './refresh-tokens.repository.ts';
import { createSessionService } from './sessions.service.ts';

export default function sessionRoutes(app: App, _options: object, done: () => void): void {
  const service = createSessionService({
    users: createUserRepository(app.database),
    refreshTokens: createRefreshTokenRepository(app.database),
    accessTokens: app.accessTokens,
  });
  app.addHook('onSend', noStore);

  app.post(
    '/login',
    {
      ...app.limitAttempts<Credentials>(({ body }) => body.email),
      config: { isPublic: true, problems: [401] },
      schema: {
        operationId: 'logIn',
        summary: 'Begins a session with a pair of tokens',
        body: credentials,
        response: { 200: tokenPair },
      },
    },
    (request) => service.begin(request.body),
  );

  app.post(
    '/refresh',
    {
      ...app.limitAttempts<RefreshInput>(({ body }) => service.accountOf(body.refreshToken)),
      config: { isPublic: true, problems: [401, 403] },
      schema: {
        operationId: 'refreshTokens',
        summary: 'Exchanges a refresh token, which is good for one time, for a new pair',
        body: refreshInput,
        response: { 200: tokenPair },
      },
    },
    (request) => service.refresh(request.body.refreshToken),
  );

  app.post(
    '/logout',
    {
      config: { isPublic: true },
      schema: {
        operationId: 'logOut',
        summary: 'Ends the session of a refresh token',
        body: refreshInput,
        response: { 204: z.void() },
      },
    },
    async (request, reply) => {
      await service.end(request.body.refreshToken);
      return reply.code(204).send();
    },
  );
  done();
}
