import { defaultOf } from '../spec/field.ts';
import type { Field, FieldType } from '../spec/field.ts';
import { conversionOf } from './conversion.ts';
import type { Conversion } from './conversion.ts';
import type { Alteration, DataStep } from './data-step.ts';
import { faultOfSharing } from './fault-of-fill.ts';

/** Values that a row can have when nobody knows better. */
const anyValues: Readonly<Record<Exclude<FieldType, 'enum'>, unknown>> = {
  string: '-',
  text: '-',
  email: 'nobody@example.com',
  url: 'https://example.com',
  uuid: '00000000-0000-0000-0000-000000000000',
  integer: 0,
  bigint: '0',
  decimal: '0',
  float: 0,
  boolean: false,
  date: '1970-01-01',
  datetime: '1970-01-01T00:00:00.000Z',
  json: {},
  reference: undefined,
};

function anyValue(field: Field): unknown {
  if (faultOfSharing(field) !== undefined) return undefined;
  const standard = defaultOf(field);
  if (standard !== undefined) return standard;
  return field.type === 'enum' ? field.values[0] : anyValues[field.type];
}

function reversed({ before, after, was, is }: Alteration): Alteration {
  const conversion: Conversion =
    was?.field && is?.field
      ? (conversionOf(is.field, was.field) ?? { kind: 'read' })
      : { kind: 'keep' };
  const fill = was?.field && was.required ? anyValue(was.field) : undefined;
  return {
    before: after,
    after: before,
    was: is,
    is: was,
    conversion,
    fill,
  };
}

/**
 * The step that takes one back. What rows held is gone: those that must have a value get one that is
 * allowed, where one can be.
 */
export function takeBack(step: DataStep): DataStep {
  switch (step.kind) {
    case 'create':
      return { ...step, kind: 'drop' };
    case 'drop':
      return { ...step, kind: 'create' };
    case 'alter':
      return { kind: 'alter', ...reversed(step) };
    case 'once':
      return step;
  }
}
