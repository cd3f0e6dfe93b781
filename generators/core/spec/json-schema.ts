import { dimensions } from '../../../templates/choices.ts';
import type { FieldType } from './field.ts';
import { limits, mostEnumValues, mostFields } from './limits.ts';
import type { Limit } from './limits.ts';
import { camelName, enumValue, longestName, projectName } from './name-rules.ts';

type Schema = Readonly<Record<string, unknown>>;

const name = (pattern: RegExp): Schema => ({
  type: 'string',
  pattern: pattern.source,
  maxLength: longestName,
});

const closed = (properties: Record<string, Schema>, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const whole = ({ least, most, standard }: Limit): Schema => ({
  type: 'integer',
  minimum: least,
  maximum: most,
  default: standard,
});

const values: Schema = {
  type: 'array',
  items: name(enumValue),
  minItems: 1,
  maxItems: mostEnumValues,
  uniqueItems: true,
};

/** Each type of field with the keys of its own. */
const fieldKeys: Readonly<Record<FieldType, Record<string, Schema>>> = {
  string: { maxLength: whole(limits.string.maxLength) },
  text: { maxLength: whole(limits.text.maxLength) },
  email: {},
  url: {},
  uuid: {},
  integer: {},
  bigint: {},
  decimal: { precision: whole(limits.decimal.precision), scale: whole(limits.decimal.scale) },
  float: {},
  boolean: {},
  date: {},
  datetime: {},
  json: {},
  enum: { values },
  reference: { resource: name(camelName) },
};

const field = (type: string, keys: Record<string, Schema>): Schema =>
  closed(
    {
      name: name(camelName),
      type: { const: type },
      required: { type: 'boolean' },
      unique: { type: 'boolean' },
      ...keys,
    },
    ['name', 'type', ...['values', 'resource'].filter((key) => key in keys)],
  );

const resource = closed(
  {
    name: name(camelName),
    plural: name(camelName),
    shared: { type: 'boolean', description: 'Its rows have no owner', default: false },
    fields: {
      type: 'array',
      minItems: 1,
      maxItems: mostFields,
      items: { oneOf: Object.entries(fieldKeys).map(([type, keys]) => field(type, keys)) },
    },
  },
  ['name', 'fields'],
);

const choices = Object.fromEntries(
  dimensions.map(({ id, question, default: standard, choices: offered }) => [
    id,
    { description: question, enum: offered.map((choice) => choice.id), default: standard },
  ]),
);

/**
 * JSON Schema (draft 2020-12) of a spec, made from the same tables as `parseSpec`. Rules between
 * choices and between resources are beyond it: `parseSpec` has the last word.
 */
export const jsonSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What a team chose for a back end',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    generator: closed({ version: { type: 'string' }, templates: { type: 'string' } }, []),
    name: name(projectName),
    description: { type: 'string', maxLength: 200 },
    ...choices,
    resources: { type: 'array', items: resource },
    example: { type: 'boolean', description: 'Adds the resource `task`', default: true },
  },
  additionalProperties: false,
});
