import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { isObject, type JsonObject } from '../json.ts';
import { lookUp, type Operation, pointerOf, resolve } from './document.ts';

const base = 'https://contract.test/openapi.json';

/** The formats that the contract has words for. */
const formats = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u,
  date: /^\d{4}-\d{2}-\d{2}$/u,
  email: /^[^@\s]+@[^@\s]+$/u,
} as const;

/** Formats that promise more than a schema can check. */
const passing = ['uri', 'uri-reference', 'int32', 'int64', 'double', 'regex'];

/** Compiles schemas where they stand in the document, so that every `$ref` works. */
export interface Schemas {
  readonly at: (pointer: string) => ValidateFunction;
}

export function schemasOf(document: JsonObject): Schemas {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
  for (const name of passing) ajv.addFormat(name, true);
  ajv.addSchema({ ...document, $id: base });
  const compiled = new Map<string, ValidateFunction>();
  return {
    at: (pointer) => {
      const known = compiled.get(pointer);
      if (known) return known;
      const fragment = pointer.split('/').map(encodeURIComponent).join('/');
      const validate = ajv.compile({ $ref: `${base}#${fragment}` });
      compiled.set(pointer, validate);
      return validate;
    },
  };
}

/** Where the schema stands that a body of this media type must fit, following references. */
export function contentPointer(
  document: JsonObject,
  holder: string,
  mediaType: string,
): string | undefined {
  const reference = resolveOne(document, holder);
  const content = lookUp(document, `${reference}/content`);
  if (!isObject(content[mediaType])) return undefined;
  return `${reference}${pointerOf('content', mediaType, 'schema')}`;
}

/** The pointer itself, or that of the component which its `$ref` names. */
function resolveOne(document: JsonObject, pointer: string): string {
  const at = pointer.lastIndexOf('/');
  const name = pointer
    .slice(at + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  const holder = lookUp(document, pointer.slice(0, at))[name];
  const ref = isObject(holder) ? holder['$ref'] : undefined;
  return typeof ref === 'string' ? resolveOne(document, ref.slice(1)) : pointer;
}

/** The media types that an operation's body may have. */
export const requestTypes = (document: JsonObject, { value }: Operation): readonly string[] =>
  Object.keys(resolve(document, resolve(document, value['requestBody'])['content']));
