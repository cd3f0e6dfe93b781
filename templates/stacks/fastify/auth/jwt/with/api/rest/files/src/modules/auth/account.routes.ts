import * as z from 'zod';
import { defaultRoles } from '../../lib/auth/roles.ts';
import type { App } from '../../plugins/validation.ts';
import { createUserRepository } from '../users/users.repository.ts';
import { userOutput } from '../users/users.schema.ts';
import { createUserService } from '../users/users.service.ts';
import { passwordChange, profile, type Registration, registration } from './auth.schema.ts';
import { noStore } from './no-store.ts';

export default function accountRoutes(app: App, _options: object, done: () => void): void {
  const users = createUserService(createUserRepository(app.database));
  app.addHook('onSend', noStore);

  app.post(
    '/register',
    {
      ...app.limitAttempts<Registration>(({ body }) => body.email),
      config: { isPublic: true, problems: [409] },
      schema: {
        operationId: 'register',
        summary: 'Creates an account',
        body: registration,
        response: { 201: userOutput },
      },
    },
    async (request, reply) => {
      const given = { ...request.body, roles: defaultRoles, mustChangePassword: false };
      return reply.code(201).send(await users.create(given));
    },
  );

  app.post(
    '/password',
    {
      ...app.limitAttempts(({ caller }) => caller.id),
      config: { takesOneTimePassword: true },
      schema: {
        operationId: 'changePassword',
        summary: 'Changes the password and ends all sessions',
        body: passwordChange,
        response: { 204: z.void() },
      },
    },
    async (request, reply) => {
      await users.changePassword(request.caller.id, request.body);
      return reply.code(204).send();
    },
  );

  app.get(
    '/me',
    {
      schema: {
        operationId: 'whoAmI',
        summary: 'Tells who is signed in and what they may do',
        response: { 200: profile },
      },
    },
    async ({ caller }) => {
      const user = await users.get(caller.id);
      return { ...user, permissions: [...caller.permissions] };
    },
  );
  done();
}
