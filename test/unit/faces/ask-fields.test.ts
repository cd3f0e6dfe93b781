import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askFields } from '../../../generators/core/faces/change/ask-fields.ts';
import { readFields } from '../../../generators/core/faces/change/read-fields.ts';
import { putFields } from '../../../generators/core/spec/edit/fields.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { specs } from '../spec/arbitrary-spec.ts';
import { specInput } from '../spec/spec-input.ts';
import { keyedAsker } from './keyed-asker.ts';

type Answers = Readonly<Record<string, string | boolean>>;

/** The words for a field of a resource that is there, where all else is answered with Enter. */
async function wordsFor(spec: Spec, of: string, name: string, answers: Answers = {}) {
  const { asker } = keyedAsker({ field1: name, ...answers });
  const fields = spec.resources.find((resource) => resource.name === of)?.fields ?? [];
  return askFields(asker, { resources: spec.resources.map((one) => one.name), fields });
}

const library = parseSpec(
  specInput({
    resources: [
      { name: 'agent', fields: [{ name: 'name', type: 'string' }] },
      { name: 'author', fields: [{ name: 'name', type: 'string' }] },
      {
        name: 'book',
        fields: [
          {
            name: 'title',
            type: 'string',
            minLength: 3,
            maxLength: 50,
            index: true,
            default: 'abc',
          },
          { name: 'code', type: 'string', index: true },
          { name: 'author', type: 'reference', resource: 'author', onDelete: 'cascade' },
          { name: 'state', type: 'enum', values: ['open', 'shut'], default: 'shut' },
        ],
      },
    ],
  }),
);

describe('a field that is there', () => {
  test('stays what it is for whoever answers with Enter', async () => {
    await fc.assert(
      fc.asyncProperty(specs, async (input) => {
        const spec = parseSpec(input);
        for (const { name, fields: all } of spec.resources) {
          for (const field of all) {
            const { fields: said } = readFields(await wordsFor(spec, name, field.name));
            expect(
              putFields(
                spec,
                name,
                said.map((one) => one.field),
              ),
            ).toEqual(spec);
          }
        }
      }),
    );
  });

  test.each<readonly [string, string, Answers, string]>([
    [
      'optional or not',
      'title',
      { 'field1.required': true },
      'title:string:index:default=abc:min=3:max=50',
    ],
    ['unique, which is an index', 'code', { 'field1.unique': true }, 'code:string:optional:unique'],
    [
      'another target',
      'author',
      { 'field1.resource': 'agent' },
      'author:ref=agent:optional:ondelete=cascade',
    ],
    [
      'other values',
      'state',
      { 'field1.values': 'open, shut, lost' },
      'state:enum=open,shut,lost:optional:default=shut',
    ],
    ['another type, which begins anew', 'title', { 'field1.type': 'text' }, 'title:text:optional'],
  ])('becomes %s', async (_, name, answers, word) => {
    expect(await wordsFor(library, 'book', name, answers)).toEqual([word]);
  });
});
