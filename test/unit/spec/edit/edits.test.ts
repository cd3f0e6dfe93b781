import { describe, expect, test } from 'vitest';
import { readChoices, setChoices } from '../../../../generators/core/spec/edit/choices.ts';
import { putFields, removeField } from '../../../../generators/core/spec/edit/fields.ts';
import { addResources, removeResource } from '../../../../generators/core/spec/edit/resources.ts';
import { parseSpec } from '../../../../generators/core/spec/parse.ts';
import { specInput } from '../spec-input.ts';

const title = { name: 'title', type: 'string', required: true };
const author = { name: 'author', fields: [{ ...title, name: 'name' }] };
const book = {
  name: 'book',
  fields: [title, { name: 'author', type: 'reference', resource: 'author' }],
};
const shop = parseSpec(specInput({ resources: [author, book] }));
const empty = parseSpec(specInput());

describe('adding resources', () => {
  test('gives the spec that holds them', () => {
    expect(addResources(empty, [book, author])).toEqual(shop);
    expect(addResources(addResources(empty, [author]), [book])).toEqual(shop);
  });

  test('that are there already, just so, changes nothing', () => {
    expect(addResources(shop, [book])).toEqual(shop);
  });

  test('that are there otherwise is refused, and says how to change them', () => {
    expect(() => addResources(shop, [{ ...book, fields: [title] }])).toThrow(
      'There is a resource book already, and it is another one; change it with groundwork field book ..., or choose another name.',
    );
  });

  test.each([
    ['news', 'newsItems'],
    ['data', 'dataItems'],
    ['order', 'orders'],
    ['class', 'classes'],
    ['index', 'indices'],
    ['new', 'news'],
  ])('called %s works, and there are %s', (name, plural) => {
    const { resources } = addResources(empty, [{ name, fields: [title] }]);
    expect(resources).toMatchObject([{ name, plural }]);
  });

  test.each<readonly [string, readonly object[], string]>([
    [
      'a reserved field',
      [{ name: 'a', fields: [title, { ...title, name: 'id' }] }],
      'a.id.name is a name that every resource has',
    ],
    [
      'the same field twice',
      [{ name: 'a', fields: [title, title] }],
      'a.title.name collides with the field title.',
    ],
    [
      'a reference to nothing',
      [{ name: 'a', fields: [title, { name: 'b', type: 'reference', resource: 'zebra' }] }],
      'a.b.resource "zebra" is no resource here; one of: ',
    ],
    [
      'a required reference to itself',
      [
        {
          name: 'a',
          fields: [title, { name: 'b', type: 'reference', resource: 'a', required: true }],
        },
      ],
      'a.b.required cannot hold',
    ],
    [
      'a circle',
      [
        {
          name: 'a',
          fields: [title, { name: 'b', type: 'reference', resource: 'b', required: true }],
        },
        {
          name: 'b',
          fields: [title, { name: 'a', type: 'reference', resource: 'a', required: true }],
        },
      ],
      'resources must not refer to each other in a circle: a -> b -> a.',
    ],
    [
      'a name of the authentication',
      [{ name: 'user', fields: [title] }],
      'user.name is taken by auth=jwt; choose another.',
    ],
    [
      'a number that is too large',
      [{ name: 'a', fields: [{ ...title, maxLength: 999 }] }],
      'a.title.maxLength must be a whole number from 1 to 255.',
    ],
    ['no field', [{ name: 'a', fields: [] }], 'a.fields must hold at least one field.'],
  ])('with %s is refused', (_, inputs, message) => {
    expect(() =>
      addResources(
        empty,
        inputs.map((input) => ({ ...input })),
      ),
    ).toThrow(message);
  });
});

describe('removing resources', () => {
  test('takes back what adding did', () => {
    expect(removeResource(shop, 'book')).toEqual(addResources(empty, [author]));
  });

  test('to which others refer is refused, and says which', () => {
    expect(() => removeResource(shop, 'author')).toThrow(
      'author is still referred to by book.author; remove that first.',
    );
  });

  test('that are not there is refused, with the nearest', () => {
    expect(() => removeResource(shop, 'boook')).toThrow(
      '"boook" is no resource of this project; did you mean book?',
    );
    expect(() => removeResource(empty, 'book')).toThrow(/there is none yet\.$/u);
  });
});

describe('fields', () => {
  const pages = { name: 'pages', type: 'integer', required: true };

  test('are added behind the others, and the same again changes nothing', () => {
    const more = putFields(shop, 'book', [pages]);
    expect(more.resources[1]?.fields.map(({ name }) => name)).toEqual(['title', 'author', 'pages']);
    expect(putFields(more, 'book', [pages])).toEqual(more);
    expect(removeField(more, 'book', 'pages')).toEqual(shop);
  });

  test('that are there become what is said now, in their place', () => {
    const changed = putFields(shop, 'book', [{ ...title, maxLength: 9 }]);
    expect(changed.resources[1]?.fields[0]).toMatchObject({ name: 'title', maxLength: 9 });
    expect(putFields(changed, 'book', [title])).toEqual(shop);
  });

  test('that are wrong are named by resource and field', () => {
    expect(() => putFields(shop, 'book', [{ ...pages, maxLength: 1 }])).toThrow(
      'book.pages.maxLength is not known; ',
    );
    expect(() => putFields(shop, 'bok', [pages])).toThrow('did you mean book?');
  });

  test('that are not there, or the last one, cannot be removed', () => {
    expect(() => removeField(shop, 'book', 'titel')).toThrow(
      'book has no field "titel"; did you mean title?',
    );
    expect(() => removeField(shop, 'author', 'name')).toThrow(
      'name is the only field of author; remove the whole: groundwork remove resource author.',
    );
  });
});

describe('choices', () => {
  test('are set, each of them alone', () => {
    expect(setChoices(shop, readChoices(['auth=none', 'ci=none']))).toEqual({
      ...shop,
      auth: 'none',
      ci: 'none',
    });
  });

  test.each<readonly [readonly string[], string]>([
    [['databse=sqlite'], 'databse=sqlite names no dimension; did you mean database?'],
    [['auth'], 'auth needs a choice: auth=..., one of jwt, none.'],
    [['auth=jwt', 'auth=none'], 'auth is said twice.'],
    [['auth=password'], 'auth "password" is no choice; '],
  ])('%j', (words, message) => {
    expect(() => setChoices(shop, readChoices(words))).toThrow(message);
  });

  test('that need a name for themselves are refused while a resource has it', () => {
    const open = setChoices(empty, { auth: 'none' });
    const users = addResources(open, [{ name: 'auth', fields: [title] }]);
    expect(() => setChoices(users, { auth: 'jwt' })).toThrow('auth.name is taken by auth=jwt');
  });
});
