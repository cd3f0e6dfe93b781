import { readdirSync, readFileSync } from 'node:fs';
import { example } from '../../templates/example.ts';
import type { FieldType } from '../../generators/core/spec/field.ts';
import { fieldTypes } from '../../generators/core/spec/parse-field.ts';

/** What a matrix project holds, beside its choices. */
export interface ResourceSet {
  readonly name: string;
  readonly description: string;
  readonly resources: readonly unknown[];
}

const unique: ReadonlySet<FieldType> = new Set(
  fieldTypes.filter((type) => !['text', 'float', 'boolean', 'json', 'enum'].includes(type)),
);

/** Every type of field required, optional and, where it can be, unique; names made by `nameOf`. */
const everyField = (
  nameOf: (index: number) => string,
  keys: Partial<Record<FieldType, object>>,
): readonly object[] =>
  fieldTypes
    .flatMap((type) => [
      { type, required: true },
      { type },
      ...(unique.has(type) ? [{ type, unique: true, required: type === 'email' }] : []),
    ])
    .map((field, index) => ({ name: nameOf(index), ...field, ...keys[field.type] }));

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const long = (start: string): string => start.padEnd(30, 'abcdefghij');
const values = Array.from({ length: 12 }, (_, index) => `V${index}`.padEnd(30, '_x'));

/** One letter where one is enough; two in the second alphabet, since columns do not tell case. */
const short = (index: number): string =>
  index < 26 ? (letters[index] ?? '') : `${letters[index - 26] ?? ''}${index - 26}`;

const shortest: ResourceSet = {
  name: 'a',
  description: '',
  resources: [
    {
      name: 'a',
      plural: 'b',
      fields: everyField(short, {
        string: { maxLength: 1 },
        text: { maxLength: 1 },
        decimal: { precision: 1, scale: 0 },
        enum: { values: ['v'] },
        reference: { resource: 'c' },
      }),
    },
    {
      name: 'c',
      plural: 'd',
      fields: [
        { name: 'a', type: 'reference', resource: 'c' },
        { name: 'b', type: 'boolean' },
      ],
    },
  ],
};

const longest: ResourceSet = {
  name: long('project'),
  description:
    'It is a description that is as long as a description may be. '.repeat(4).slice(0, 199) + '.',
  resources: [
    {
      name: long('one'),
      plural: long('many'),
      fields: everyField((index) => long(`field${index}`), {
        enum: { values },
        reference: { resource: long('other') },
        string: { maxLength: 255 },
        text: { maxLength: 100_000 },
        decimal: { precision: 15, scale: 15 },
      }),
    },
    {
      name: long('other'),
      plural: long('others'),
      fields: [
        { name: long('ref'), type: 'reference', resource: long('other') },
        { name: long('flag'), type: 'boolean' },
      ],
    },
  ],
};

const words = [
  ['class', 'order', 'index', 'new', 'default', 'delete', 'await', 'async', 'null', 'true'],
  ['select', 'group', 'from', 'where', 'table', 'key', 'values', 'type', 'name', 'title'],
  ['toString', 'valueOf', 'hasOwnProperty', 'toJSON', 'apply', 'prototype', 'arguments', 'eval'],
  ['data', 'links', 'items', 'body', 'query', 'params', 'request', 'reply', 'status', 'length'],
].flat();

/** Words that mean something to JavaScript, SQL or HTTP, as names of resources and of fields. */
const reserved: ResourceSet = {
  name: 'test',
  description: `It's "quoted" & <b>bold</b>: \`code\`, $HOME, \${x}, <%= 1 %>, # * _ | \\n é 日本 📚`,
  resources: [
    ...['class', 'order', 'index', 'new'].map((name, at) => ({
      name,
      fields: words
        .filter((_, index) => index % 4 === at)
        .map((word, index) => ({ name: word, type: 'string', required: index % 2 === 0 })),
    })),
    // Named as the many of another one are.
    {
      name: 'classes',
      plural: 'classesList',
      fields: [{ name: 'class', type: 'reference', resource: 'class' }],
    },
  ],
};

const text = { name: 'text', type: 'string', required: true };

/** Rows with and without owners, which refer to each other in every way. */
const ownedAndShared: ResourceSet = {
  name: 'library',
  description: 'Lends books',
  resources: [
    { name: 'author', shared: true, fields: [text] },
    {
      name: 'label',
      shared: true,
      fields: [text, { name: 'author', type: 'reference', resource: 'author', required: true }],
    },
    {
      name: 'loan',
      fields: [
        { name: 'author', type: 'reference', resource: 'author', required: true },
        { name: 'before', type: 'reference', resource: 'loan' },
      ],
    },
    {
      name: 'fee',
      shared: true,
      fields: [{ name: 'loan', type: 'reference', resource: 'loan', required: true }],
    },
  ],
};

const onlyShared: ResourceSet = {
  name: 'glossary',
  description: 'Explains words',
  resources: [{ name: 'word', shared: true, fields: [text] }],
};

const more = 'Many words, and none of them too many.';

/** Every modifier, each with and without the others that it goes together with. */
const modified: ResourceSet = {
  name: 'shelf',
  description: 'Tells what may stand where',
  resources: [
    { name: 'label', shared: true, fields: [text] },
    {
      name: 'jar',
      fields: [
        { ...text, minLength: 3, index: true },
        { name: 'code', type: 'string', maxLength: 2, minLength: 2, required: true, unique: true },
        {
          name: 'note',
          type: 'text',
          minLength: 10,
          default: `It's \`\${so}\`, "so"\n\\ 📚 ${more}`,
        },
        { name: 'stars', type: 'integer', min: 1, max: 5, default: 3, required: true, index: true },
        { name: 'place', type: 'integer', min: -100, max: -81, unique: true },
        { name: 'count', type: 'integer', max: -10 },
        { name: 'fixed', type: 'integer', min: 7, max: 7, required: true },
        { name: 'serial', type: 'bigint', min: '1', max: '4', index: true },
        {
          name: 'large',
          type: 'bigint',
          min: '9223372036854775800',
          default: '9223372036854775807',
        },
        { name: 'price', type: 'decimal', min: '0', max: '0.30', default: '0.2', required: true },
        { name: 'parts', type: 'decimal', scale: 0, min: '-5', index: true },
        { name: 'ratio', type: 'float', min: 0, max: 1, default: 0.5, required: true },
        { name: 'deep', type: 'float', max: -1e300 },
        { name: 'high', type: 'float', min: 9.5 },
        {
          name: 'since',
          type: 'date',
          min: '2000-01-01',
          max: '2000-01-03',
          default: '2000-01-02',
        },
        { name: 'until', type: 'date', min: '2030-01-01', unique: true },
        {
          name: 'seen',
          type: 'datetime',
          max: '2019-12-31T23:59:59Z',
          index: true,
          required: true,
        },
        { name: 'soon', type: 'datetime', default: '2026-11-22T09:30:00+02:00' },
        { name: 'mail', type: 'email', default: "O'Neil@example.com", index: true },
        { name: 'link', type: 'url', default: "https://example.com/?a='b'", index: true },
        { name: 'key', type: 'uuid', default: '00000000-0000-0000-0000-000000000000', index: true },
        { name: 'open', type: 'boolean', default: true, required: true, index: true },
        { name: 'state', type: 'enum', values: ['full', 'empty'], default: 'full', required: true },
        { name: 'shape', type: 'enum', values: ['round'], default: 'round', index: true },
        { name: 'label', type: 'reference', resource: 'label', required: true },
      ],
    },
  ],
};

const reference = (name: string, keys: object) => ({ name, type: 'reference', ...keys });

/** Rows that go or change with what they refer to, some in a chain, some to rows of their own kind. */
const yielding: ResourceSet = {
  name: 'archive',
  description: 'Keeps what is needed',
  resources: [
    { name: 'author', shared: true, fields: [text] },
    {
      name: 'book',
      fields: [
        text,
        reference('author', { resource: 'author', required: true, onDelete: 'cascade' }),
        reference('sequel', { resource: 'book', onDelete: 'cascade' }),
        reference('before', { resource: 'book', onDelete: 'setNull' }),
      ],
    },
    {
      name: 'note',
      shared: true,
      fields: [
        text,
        reference('book', { resource: 'book', onDelete: 'setNull' }),
        reference('twin', { resource: 'book', onDelete: 'cascade', unique: true }),
      ],
    },
    { name: 'loan', fields: [text, reference('book', { resource: 'book', required: true })] },
  ],
};

/** Nothing but many to many. */
const joined: ResourceSet = {
  name: 'catalogue',
  description: 'Labels books',
  resources: [
    { name: 'book', fields: [text] },
    { name: 'label', shared: true, fields: [text] },
    {
      name: 'bookLabel',
      fields: ['book', 'label'].map((resource) =>
        reference(resource, { resource, required: true, onDelete: 'cascade' }),
      ),
    },
  ],
};

const contractSpecs = new URL('../contract/specs/', import.meta.url);

/** The specs that the contract suite starts as servers. */
const shared = (): readonly (readonly [string, ResourceSet])[] =>
  readdirSync(contractSpecs)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const { resources } = JSON.parse(
        readFileSync(new URL(name, contractSpecs), 'utf8'),
      ) as ResourceSet;
      return [name, { name: 'shared', description: 'All there is', resources }];
    });

/** By what a test says of it. */
export const resourceSets: ReadonlyMap<string, ResourceSet> = new Map([
  ['no resource', { name: 'bare', description: 'Nothing yet', resources: [] }],
  ['the example', { name: 'tasks', description: 'Keeps tasks', resources: [example] }],
  ['rows with and without owners', ownedAndShared],
  ['only shared rows', onlyShared],
  ['every modifier', modified],
  ['rows that go with others', yielding],
  ['a join of two resources', joined],
  ['names as short as they may be', shortest],
  ['names as long as they may be', longest],
  ['names that are reserved words', reserved],
  ...shared(),
]);
