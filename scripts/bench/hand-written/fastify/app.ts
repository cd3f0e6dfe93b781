import { randomUUIDv7 } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { pino } from 'pino';
import * as z from 'zod';
import { addBodies, addStopping, isKnown, rewriteUrl } from './duties.ts';
import { ifNoneMatch, noQuery, params, task, taskInput, taskPage, taskQuery } from './schemas.ts';
import type { TaskInput, TaskQuery } from './schemas.ts';
import type { Tasks } from './task-store.ts';

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
};

const overTls = 'max-age=31536000; includeSubDomains';

const logger: FastifyBaseLogger = pino({
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

const requestId = (given: unknown) =>
  typeof given === 'string' && /^[A-Za-z0-9._-]{1,128}$/.test(given) ? given : randomUUIDv7();

/** @param addAccounts makes requests somebody's; without it everybody sees every row */
export async function buildApp(
  tasks: Tasks,
  perMinute: number,
  addAccounts?: (app: FastifyInstance) => void,
) {
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    genReqId: (request) => requestId(request.headers['x-request-id']),
    rewriteUrl,
    requestTimeout: 60_000,
    connectionTimeout: 120_000,
  });

  app.setValidatorCompiler<z.ZodType>(({ schema }) => (value: unknown) => {
    const result = schema.safeParse(value);
    return result.success ? { value: result.data } : { error: result.error };
  });
  app.setSerializerCompiler<z.ZodType>(({ schema }) => (value) => {
    return JSON.stringify(schema.parse(value));
  });
  app.setErrorHandler((error, request, reply) => {
    const { statusCode = 500 } = error as { readonly statusCode?: number };
    const status = error instanceof z.ZodError ? 422 : statusCode;
    if (status === 500) request.log.error({ err: error });
    return reply.code(status).type('application/problem+json').send({ status });
  });
  app.addHook('onRequest', (request, reply, next) => {
    reply.headers(headers).header('x-request-id', request.id);
    if (request.protocol === 'https') reply.header('strict-transport-security', overTls);
    next();
  });
  app.addHook('onResponse', (request, reply, next) => {
    const { method, originalUrl } = request;
    const [path] = originalUrl.split('?', 1);
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ method, path, status: reply.statusCode, milliseconds }, 'request');
    next();
  });
  addStopping(app);
  await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute', cache: 100_000 });
  await app.register(underPressure, { maxEventLoopDelay: 1000 });
  addBodies(app);
  app.decorateRequest('ownerId');
  addAccounts?.(app);

  app.get('/livez', () => ({ status: 'ok' }));
  app.get<{ Querystring: TaskQuery }>(
    '/api/v1/tasks',
    { schema: { querystring: taskQuery, response: { 200: taskPage } } },
    (request) => tasks.list(request.query, request.ownerId),
  );
  app.post<{ Body: TaskInput }>(
    '/api/v1/tasks',
    { schema: { querystring: noQuery, body: taskInput, response: { 201: task } } },
    async (request, reply) => {
      const created = await tasks.create(request.body, request.ownerId);
      return reply
        .code(201)
        .header('location', `/api/v1/tasks/${created.id}`)
        .header('etag', '"1"')
        .send(created);
    },
  );
  app.get<{ Params: { id: string }; Headers: z.output<typeof ifNoneMatch> }>(
    '/api/v1/tasks/:id',
    { schema: { querystring: noQuery, params, headers: ifNoneMatch, response: { 200: task } } },
    async (request, reply) => {
      const found = await tasks.find(request.params.id, request.ownerId);
      if (found === undefined) return reply.code(404).send();
      reply.header('etag', found.etag).header('cache-control', 'private, no-cache');
      if (isKnown(request.headers['if-none-match'], found.etag)) return reply.code(304).send();
      return found.task;
    },
  );
  return app;
}
