import { argon2Sync, randomBytes, randomUUID, randomUUIDv7, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Db } from './database.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose rows are seen; nobody's in particular where there are no accounts. */
    ownerId: string | undefined;
  }
}

const name = 'my-api';
const registration = z.strictObject({ email: z.email(), name: z.string(), password: z.string() });
const credentials = z.strictObject({ email: z.email(), password: z.string() });

const hash = (message: string, nonce: Buffer) =>
  argon2Sync('argon2id', {
    message,
    nonce,
    memory: 19_456,
    passes: 2,
    parallelism: 1,
    tagLength: 32,
  });

/** Sign-up, sign-in, and a look at the user of each token: without limits, refreshing or roles to give. */
export function addAccounts(app: FastifyInstance, db: Db, secret: string): void {
  const key = new TextEncoder().encode(secret);

  app.post<{ Body: z.output<typeof registration> }>(
    '/api/v1/auth/register',
    { schema: { body: registration }, config: { isPublic: true } },
    async ({ body }, reply) => {
      const nonce = randomBytes(16);
      const password_hash = Buffer.concat([nonce, hash(body.password, nonce)]).toString('base64');
      const id = randomUUIDv7();
      const user = { id, email: body.email, name: body.name, password_hash };
      await db.insertInto('users').values(user).execute();
      await db.insertInto('user_roles').values({ user_id: id, role: 'user' }).execute();
      return reply.code(201).send({ id });
    },
  );
  app.post<{ Body: z.output<typeof credentials> }>(
    '/api/v1/auth/login',
    { schema: { body: credentials }, config: { isPublic: true } },
    async ({ body }, reply) => {
      const users = db.selectFrom('users').selectAll().where('email', '=', body.email);
      const user = await users.executeTakeFirstOrThrow();
      const stored = Buffer.from(user.password_hash, 'base64');
      const given = hash(body.password, stored.subarray(0, 16));
      if (!timingSafeEqual(given, stored.subarray(16))) return reply.code(401).send();
      const accessToken = await new SignJWT()
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .setIssuer(name)
        .setAudience(name)
        .setSubject(user.id)
        .setIssuedAt()
        .setExpirationTime('15m')
        .setJti(randomUUID())
        .sign(key);
      return { accessToken };
    },
  );
  app.addHook('onRequest', async (request, reply) => {
    const { isPublic } = request.routeOptions.config as { readonly isPublic?: boolean };
    if (isPublic === true || !request.url.startsWith('/api/')) return;
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const required = { algorithms: ['HS256'], typ: 'at+jwt', issuer: name, audience: name };
    const { payload } = await jwtVerify(token, key, required);
    const roles = await db
      .selectFrom('users')
      .innerJoin('user_roles', 'user_roles.user_id', 'users.id')
      .select(['users.id', 'users.email', 'user_roles.role'])
      .where('users.id', '=', payload.sub ?? '')
      .execute();
    if (roles.length === 0) return reply.code(401).send();
    request.ownerId = roles[0]?.id;
  });
}
