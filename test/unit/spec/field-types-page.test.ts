import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isFilterable, isSortable } from '../../../generators/core/spec/field.ts';
import type { Field } from '../../../generators/core/spec/field.ts';
import { limits } from '../../../generators/core/spec/limits.ts';
import { fieldTypes } from '../../../generators/core/spec/parse-field.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { repository } from '../shape/sources.ts';
import { faultsOf, specInput } from './spec-input.ts';

const page = readFileSync(join(repository, 'docs/field-types.md'), 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| `(\w+)` .*$/gmu)].map(([row, type = '']) => [
    type,
    row.split('|').map((cell) => cell.trim()),
  ]),
);

const input = (type: string, keys: object) => {
  const needed = { enum: { values: ['a'] }, reference: { resource: 'other' } }[type];
  const other = { name: 'other', fields: [{ name: 'flag', type: 'boolean' }] };
  const fields = [{ name: 'f', type, ...needed, ...keys }, ...other.fields];
  return specInput({ resources: [{ name: 'book', fields }, other] });
};

const fieldOf = (type: string, keys: object): Field | undefined =>
  parseSpec(input(type, keys)).resources[0]?.fields[0];

const whether = (holds: boolean): string => (holds ? 'yes' : 'no');

function filterOf(type: string, isUnique: boolean, isIndexed: boolean): string {
  const plain = fieldOf(type, {});
  if (plain !== undefined && isFilterable(plain)) return 'yes';
  return isUnique && isIndexed ? 'if either' : 'no';
}

const isKnown = (type: string, key: string): boolean =>
  !faultsOf(input(type, { [key]: {} })).some(({ message }) => message.includes('is not known'));

test('the page of field types lists them all, and the README names them', () => {
  expect([...rows.keys()]).toEqual(fieldTypes);
  const readme = readFileSync(join(repository, 'README.md'), 'utf8');
  expect(readme).toContain(`Types: ${fieldTypes.map((type) => `\`${type}\``).join(', ')};`);
});

describe.each(fieldTypes)('the page says of %s', (type) => {
  const [, , told = '', , , ...whethers] = rows.get(type) ?? [];
  const [unique, index, filter, sort, bounds, byDefault] = whethers;

  test('whether it may be unique or have an index, filters and sorts, has bounds and a default', () => {
    const isUnique = faultsOf(input(type, { unique: true })).length === 0;
    const required = fieldOf(type, { required: true });
    const isIndexed = faultsOf(input(type, { index: true })).length === 0;
    expect({ unique, index, filter, sort, bounds, byDefault }).toEqual({
      unique: whether(isUnique),
      index: whether(isIndexed),
      filter: filterOf(type, isUnique, isIndexed),
      sort: whether(required !== undefined && isSortable(required)),
      bounds: whether(isKnown(type, 'min') && isKnown(type, 'max')),
      byDefault: whether(isKnown(type, 'default')),
    });
  });

  test('what it is told, and within which limits', () => {
    const known: Readonly<Record<string, object>> = limits;
    for (const [key, { least, most, standard }] of Object.entries(known[type] ?? {})) {
      const range = `\`${key}\` ${least}-${most.toLocaleString('en')}`;
      expect(told).toContain(`${range} (${standard.toLocaleString('en')})`);
    }
  });
});
