import type { RouteOptions } from 'fastify';
import plugin from 'fastify-plugin';
import * as z from 'zod';
import { type Operation, writeOpenApi } from '../lib/openapi.ts';
import type { App } from './validation.ts';

interface Options {
  readonly title: string;
  readonly version: string;
}

declare module 'fastify' {
  interface FastifySchema {
    /** A route with an operation id is listed in `/openapi.json`. */
    readonly operationId?: string;
    readonly summary?: string;
  }
  interface FastifyContextConfig {
    readonly problems?: readonly number[];
    readonly responseHeaders?: readonly string[];
  }
}

/** Serves the description of every route that is registered after this plug-in, written once. */
export const openapi = plugin<Options>((app: App, information, done) => {
  const operations: Operation[] = [];
  let document: unknown;
  app.addHook('onRoute', (route) => {
    const { operationId } = route.schema ?? {};
    if (operationId && route.method !== 'HEAD') operations.push(toOperation(operationId, route));
  });
  const schema = {
    operationId: 'describeApi',
    summary: 'Returns this description',
    response: { 200: z.looseObject({}) },
  };
  app.get('/openapi.json', { schema }, () => {
    document ??= writeOpenApi(information, operations);
    return document as Record<string, unknown>;
  });
  done();
});

function toOperation(operationId: string, { url, method, schema = {}, config = {} }: RouteOptions) {
  const { summary = operationId, response, ...rest } = schema;
  return {
    method: [method].flat().join(),
    url,
    operationId,
    summary,
    parts: rest as Operation['parts'],
    responses: response as Operation['responses'],
    responseHeaders: config.responseHeaders ?? [],
    problems: [...(config.problems ?? []), ...(config.rateLimit === false ? [] : [429])],
  };
}
