import { isObject, type JsonObject } from '../json.ts';

export interface Operation {
  readonly method: string;
  /** As the document spells it: `/api/v1/tasks/{id}`. */
  readonly path: string;
  /** Where it stands in the document, as a JSON pointer. */
  readonly pointer: string;
  readonly value: JsonObject;
}

const methods: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
]);
const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

export const pointerOf = (...names: readonly string[]): string =>
  names.map((name) => `/${escape(name)}`).join('');

/** The value with every `$ref` on the way to it followed; an empty object where there is none. */
export function lookUp(document: JsonObject, pointer: string): JsonObject {
  let value: unknown = document;
  for (const part of pointer.split('/').slice(1)) {
    value = resolve(document, value)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return resolve(document, value);
}

/** The object itself, or the one that its `$ref` names. */
export function resolve(document: JsonObject, value: unknown): JsonObject {
  if (!isObject(value)) return {};
  const ref = value['$ref'];
  return typeof ref === 'string' ? lookUp(document, ref.slice(1)) : value;
}

export function operationsOf(document: JsonObject): readonly Operation[] {
  const paths = lookUp(document, '/paths');
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(resolve(document, item)).flatMap(([method, value]) =>
      methods.has(method) && isObject(value)
        ? [{ method: method.toUpperCase(), path, pointer: pointerOf('paths', path, method), value }]
        : [],
    ),
  );
}

/** The operation that a request is for, if the document has it. */
export function operationFor(
  operations: readonly Operation[],
  method: string,
  target: string,
): Operation | undefined {
  const [path = ''] = target.split('?');
  return operations.find((operation) => {
    const pattern = operation.path.replaceAll(/\{[^}]*\}/gu, '[^/]+');
    return operation.method === method && new RegExp(`^${pattern}$`, 'u').test(path);
  });
}

/** The key of the response that the operation lists for a status: exact, or its class as "4XX". */
export function responseKey(
  document: JsonObject,
  operation: Operation,
  status: number,
): string | undefined {
  const listed = resolve(document, operation.value['responses']);
  return [String(status), `${Math.floor(status / 100)}XX`].find((key) => key in listed);
}
