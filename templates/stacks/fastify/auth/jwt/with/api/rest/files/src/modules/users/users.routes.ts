import { idParams } from '../../lib/id.ts';
import type { App } from '../../plugins/validation.ts';
import { createUserRepository } from './users.repository.ts';
import { userOutput, userPage, userPatch, userQuery } from './users.schema.ts';
import { createUserService } from './users.service.ts';

export default function userRoutes(app: App, _options: object, done: () => void): void {
  const service = createUserService(createUserRepository(app.database));

  app.get(
    '',
    {
      config: { permission: 'users:manage' },
      schema: {
        operationId: 'listUsers',
        summary: 'Lists users, page by page',
        querystring: userQuery,
        response: { 200: userPage },
      },
    },
    (request) => service.list(request.query),
  );

  app.patch(
    '/:id',
    {
      config: { permission: 'users:manage' },
      schema: {
        operationId: 'updateUser',
        summary: 'Changes the roles of a user',
        params: idParams,
        body: userPatch,
        response: { 200: userOutput },
      },
    },
    (request) => service.update(request.params.id, request.body),
  );
  done();
}
