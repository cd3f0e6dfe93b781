import { dimensions } from '../../../templates/choices.ts';
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

const whole = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });

/** Each type of field with the keys of its own. */
const fieldKeys: Readonly<Record<string, Record<string, Schema>>> = {
  string: { maxLength: whole(1, 100_000) },
  text: { maxLength: whole(1, 100_000) },
  email: {},
  integer: {},
  bigint: {},
  decimal: { precision: whole(1, 15), scale: whole(0, 15) },
  boolean: {},
  date: {},
  datetime: {},
  enum: {
    values: { type: 'array', items: name(enumValue), minItems: 1, maxItems: 50, uniqueItems: true },
  },
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
      maxItems: 50,
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
