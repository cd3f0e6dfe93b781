import { STATUS_CODES } from 'node:http';
import * as z from 'zod';

/** One route, as a framework knows it. */
export interface Operation {
  readonly method: string;
  /** With its parameters as `:id`. */
  readonly url: string;
  readonly operationId: string;
  readonly summary: string;
  readonly parts: Readonly<
    Partial<Record<'params' | 'querystring' | 'headers' | 'body', z.ZodType>>
  >;
  readonly responses: Readonly<Record<string, z.ZodType>>;
  /** Names of headers that the successful response carries. */
  readonly responseHeaders: readonly string[];
  /** Statuses of problems beyond those that follow from the parts. */
  readonly problems: readonly number[];
}

interface Information {
  readonly title: string;
  readonly version: string;
}

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    requestId: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string().optional(),
          parameter: z.string().optional(),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'ProblemDetails' });

/** Returns the OpenAPI 3.1 document of the operations, written from the schemas they run with. */
export function writeOpenApi(info: Information, operations: readonly Operation[]): unknown {
  const components: Record<string, unknown> = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = operation.url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [operation.method.toLowerCase()]: describe(operation, components),
    };
  }
  const document = {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    security: [],
    paths,
    components: { schemas: components },
  };
  const text = JSON.stringify(document).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text);
}

function describe(operation: Operation, components: Record<string, unknown>): unknown {
  const { parts } = operation;
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    tags: [operation.url.split('/')[3] ?? 'service'],
    parameters: [
      ...parameters('path', parts.params),
      ...parameters('query', parts.querystring),
      ...parameters('header', parts.headers),
    ],
    ...(parts.body && { requestBody: requestBody(operation.method, parts.body, components) }),
    responses: { ...successes(operation, components), ...failures(operation, components) },
  };
}

function parameters(location: string, schema: z.ZodType | undefined): unknown[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input', {});
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: location,
    required: required.includes(name),
    schema: property,
  }));
}

function requestBody(method: string, schema: z.ZodType, components: Record<string, unknown>) {
  const content = { schema: toJsonSchema(schema, 'input', components) };
  return {
    required: true,
    content: {
      'application/json': content,
      ...(method === 'PATCH' && { 'application/merge-patch+json': content }),
    },
  };
}

function successes(operation: Operation, components: Record<string, unknown>) {
  const names = operation.responseHeaders.map((name) => [name, { schema: { type: 'string' } }]);
  const entries = Object.entries(operation.responses).map(([status, schema]) => {
    const hasContent = status !== '204' && status !== '304';
    return [
      status,
      {
        description: STATUS_CODES[status],
        headers: Object.fromEntries(names) as unknown,
        ...(hasContent && {
          content: { 'application/json': { schema: toJsonSchema(schema, 'output', components) } },
        }),
      },
    ];
  });
  return Object.fromEntries(entries) as unknown as object;
}

function failures({ parts, problems }: Operation, components: Record<string, unknown>) {
  const statuses = new Set([400, 422, 500, 503, ...problems]);
  if (parts.params) statuses.add(404);
  if (parts.body) [413, 415].forEach((status) => statuses.add(status));
  const schema = toJsonSchema(problem, 'output', components);
  const entries = [...statuses].map((status) => [
    status,
    {
      description: STATUS_CODES[status],
      content: { 'application/problem+json': { schema } },
    },
  ]);
  return Object.fromEntries(entries) as unknown as object;
}

/** Moves named schemas to the components, and returns the schema with references to them. */
function toJsonSchema(schema: z.ZodType, io: 'input' | 'output', components: object) {
  const {
    $schema: _,
    $defs,
    ...json
  } = z.toJSONSchema(schema, {
    io,
    override({ jsonSchema }) {
      // The format says it already, in fewer words.
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  });
  Object.assign(components, $defs);
  return json;
}
