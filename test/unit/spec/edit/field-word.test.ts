import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printFieldWord } from '../../../../generators/core/spec/edit/print-field-word.ts';
import { readFieldWord } from '../../../../generators/core/spec/edit/field-word.ts';
import type { Field } from '../../../../generators/core/spec/field.ts';
import { parseSpec } from '../../../../generators/core/spec/parse.ts';
import { specs } from '../arbitrary-spec.ts';

const required = { required: true };

describe('a field as it is typed', () => {
  test.each<readonly [string, object]>([
    ['title:string:max=200', { name: 'title', type: 'string', maxLength: 200, ...required }],
    ['isbn:string:unique', { name: 'isbn', type: 'string', unique: true, ...required }],
    [
      'price:decimal:precision=10,scale=2',
      { name: 'price', type: 'decimal', precision: 10, scale: 2, ...required },
    ],
    [
      'status:enum=draft,published:default=draft',
      {
        name: 'status',
        type: 'enum',
        values: ['draft', 'published'],
        default: 'draft',
        ...required,
      },
    ],
    ['author:ref=author', { name: 'author', type: 'reference', resource: 'author', ...required }],
    [
      'editor:reference=author:optional:ondelete=setnull',
      {
        name: 'editor',
        type: 'reference',
        resource: 'author',
        required: false,
        onDelete: 'setNull',
      },
    ],
    ['stars:integer:min=1,max=5', { name: 'stars', type: 'integer', min: 1, max: 5, ...required }],
    ['rate:float:default=-0.5', { name: 'rate', type: 'float', default: -0.5, ...required }],
    ['big:bigint:min=-9', { name: 'big', type: 'bigint', min: '-9', ...required }],
    ['price:decimal:max=9.90', { name: 'price', type: 'decimal', max: '9.90', ...required }],
    ['open:boolean:default=true', { name: 'open', type: 'boolean', default: true, ...required }],
    [
      'code:string:min=2,index',
      { name: 'code', type: 'string', minLength: 2, index: true, ...required },
    ],
    [
      'at:datetime:min=2026-01-31T09:30:00.000Z:optional',
      { name: 'at', type: 'datetime', min: '2026-01-31T09:30:00.000Z', required: false },
    ],
    [
      'home:url:default=http://localhost:80/a,0',
      { name: 'home', type: 'url', default: 'http://localhost:80/a,0', ...required },
    ],
    [
      'note:text:default="a, b: \\"c\\"":optional',
      { name: 'note', type: 'text', default: 'a, b: "c"', required: false },
    ],
    // What cannot hold is for the validator to say.
    ['title:string:max=long', { name: 'title', type: 'string', maxLength: 'long', ...required }],
  ])('%s', (word, field) => {
    expect(readFieldWord(word)).toEqual({ name: Reflect.get(field, 'name'), field });
  });

  test('says what is there already apart from what it is', () => {
    expect(readFieldWord('stars:integer:fill=3')).toEqual({
      name: 'stars',
      field: { name: 'stars', type: 'integer', required: true },
      fill: 3,
    });
  });
});

test('many of another resource is no field', () => {
  expect(readFieldWord('tags:many=tag')).toEqual({ name: 'tags', many: 'tag' });
});

describe('a word that is wrong is told with its place and what was meant', () => {
  test.each([
    ['title', 6, 'a field has a type: title:string'],
    [':string', 1, 'a field has a name: title:string'],
    ['title:', 7, '"" is no type; one of: ref, many, string, '],
    ['title:strnig', 7, '"strnig" is no type; did you mean string?'],
    ['count:int', 7, '"int" is no type; did you mean integer?'],
    ['a:constructor', 3, '"constructor" is no type; one of: ref, '],
    [
      'title:required',
      7,
      '"required" is no type; a field is required unless it is optional: title:string',
    ],
    ['title:Optional', 7, '"Optional" is no type, and stands behind one: title:string:optional'],
    ['isbn:unique', 6, '"unique" is no type, and stands behind one: isbn:string:unique'],
    [
      'title:string:required',
      14,
      '"required" is no modifier; a field is required unless it is optional',
    ],
    ['a:date:nullable', 8, '"nullable" is no modifier; did you mean optional?'],
    ['a:date:constructor', 8, '"constructor" is no modifier; one of: optional, '],
    ['isbn:string:uniqe', 13, '"uniqe" is no modifier; did you mean unique?'],
    ['isbn:string:unique=yes', 13, 'unique takes no value'],
    ['price:decimal:precision', 15, 'precision needs a value: precision=...'],
    ['price:decimal:precision=9,skale=2', 27, '"skale" is no modifier; did you mean scale?'],
    ['a:string:unique:unique', 17, 'unique is said twice'],
    ['a:string:max=1,max=2', 16, 'maxLength is said twice'],
    ['a:enum', 3, 'an enum lists its values: enum=draft,published'],
    ['a:ref', 3, 'a reference says to what: ref=author'],
    ['a:many', 3, 'many says of what: many=tag'],
    ['a:many=b:unique', 10, 'many takes no modifier'],
    ['a:string=5', 3, 'string takes no =; '],
    ['a:text:default="b', 8, 'the quotes do not end'],
  ])('%s', (word, at, message) => {
    const read = readFieldWord(word);
    expect(read).toMatchObject({ path: word });
    expect(Reflect.get(read, 'message')).toContain(`at character ${at}: ${message}`);
  });
});

const again = (field: Field): unknown => {
  const read = readFieldWord(printFieldWord(field));
  if (!('field' in read)) throw new Error(JSON.stringify(read));
  return read.field;
};

test('what is printed of a field is read as that field', () => {
  fc.assert(
    fc.property(specs, (input) => {
      const { resources, ...choices } = parseSpec(input);
      const reread = resources.map((resource) => ({
        ...resource,
        fields: resource.fields.map(again),
      }));
      expect(parseSpec({ ...choices, resources: reread }).resources).toEqual(resources);
    }),
  );
});

test('a default is read as it was, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.boolean(), (text, unique) => {
      const field = { name: 'a', type: 'text', required: true, unique, maxLength: 10_000 } as const;
      const read = again({ ...field, default: text } as Field);
      expect(read).toMatchObject({ default: text });
    }),
  );
});
