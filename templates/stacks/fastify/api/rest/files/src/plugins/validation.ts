import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawServerDefault,
} from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import plugin from 'fastify-plugin';
import * as z from 'zod';
import { parsePart, type RequestPart } from '../lib/validation.ts';

interface ZodTypes extends FastifyTypeProvider {
  validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown;
  serializer: this['schema'] extends z.ZodType ? z.input<this['schema']> : unknown;
}

/** The application as the routes see it: requests and responses have the types of their schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypes
>;

const noQuery = z.strictObject({});

/** Zod schemas in both directions; a response that breaks its schema is an unforeseen error. */
export const validation = plugin((app, _options, done) => {
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => (value: unknown) => {
    try {
      return { value: parsePart(schema, httpPart as RequestPart, value) };
    } catch (error) {
      return { error: error as Error };
    }
  });
  app.setSerializerCompiler<z.ZodType>(
    ({ schema }) =>
      (value) =>
        JSON.stringify(schema.parse(value)),
  );
  app.addHook('onRoute', (route) => {
    route.schema = { querystring: noQuery, ...route.schema };
  });
  done();
});
