import { dimensions } from '../../../templates/choices.ts';
import type { FieldType } from './field.ts';
import { limits, mostEnumValues, mostFields } from './limits.ts';
import type { Limit } from './limits.ts';
import { camelName, enumValue, longestName, projectName } from './name-rules.ts';
import { onDeletes } from './parse-modifiers.ts';

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

const text: Schema = { type: 'string', minLength: 1 };
const matching = (pattern: RegExp): Schema => ({ type: 'string', pattern: pattern.source });

const bounded = (value: Schema) => ({ min: value, max: value, default: value });

const lengths = ({ minLength, maxLength }: Readonly<Record<'minLength' | 'maxLength', Limit>>) => ({
  minLength: whole(minLength),
  maxLength: whole(maxLength),
});

/** Each type of field with the keys of its own. */
const fieldKeys: Readonly<Record<FieldType, Record<string, Schema>>> = {
  string: { ...lengths(limits.string), default: text },
  text: { ...lengths(limits.text), default: text },
  email: { default: text },
  url: { default: text },
  uuid: { default: text },
  integer: bounded({ type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }),
  bigint: bounded(matching(/^-?\d{1,19}$/u)),
  decimal: {
    precision: whole(limits.decimal.precision),
    scale: whole(limits.decimal.scale),
    ...bounded(matching(/^-?\d+(?:\.\d+)?$/u)),
  },
  float: bounded({ type: 'number' }),
  boolean: { default: { type: 'boolean' } },
  date: bounded(matching(/^\d{4}-\d\d-\d\d$/u)),
  datetime: bounded(matching(/^\d{4}-\d\d-\d\d[Tt]/u)),
  json: {},
  enum: { values, default: name(enumValue) },
  reference: {
    resource: name(camelName),
    onDelete: {
      description: 'What becomes of a row when the one that it refers to is deleted',
      enum: onDeletes,
      default: 'restrict',
    },
  },
};

const field = (type: string, keys: Record<string, Schema>): Schema =>
  closed(
    {
      name: name(camelName),
      type: { const: type },
      required: { type: 'boolean' },
      unique: { type: 'boolean' },
      index: { type: 'boolean', description: 'Rows are found by it fast' },
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
