import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCast } from '../../../generators/core/model/load.ts';
import { migrate } from '../../../generators/core/render/migrate.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { filesOf } from '../../matrix/cases.ts';
import { choicesOf } from '../../matrix/choices-of.ts';
import { specInput } from '../spec/spec-input.ts';

type Keys = Readonly<Record<string, unknown>>;
type Edges = Readonly<Record<string, readonly string[]>>;

const specWith = (resources: readonly Keys[], choices: Keys = {}): Spec =>
  parseSpec(specInput({ auth: 'none', resources, ...choices }));

const title = { name: 'title', type: 'string' };
const indexed = (name: string) => ({ name, type: 'string', index: true });

/** Resources by name, each with those that it refers to. */
const specOf = (edges: Edges, choices: Keys = {}): Spec =>
  specWith(
    Object.entries(edges).map(([name, targets]) => ({
      name,
      fields: [
        title,
        ...targets.map((to) => ({ name: `of${to}`, type: 'reference', resource: to })),
      ],
    })),
    choices,
  );

/** A resource with a title and this field. */
const book = (...fields: readonly Keys[]): Spec =>
  specWith([{ name: 'book', fields: [title, ...fields] }]);

const namesOf = async (before: Spec | undefined, after: Spec): Promise<readonly string[]> =>
  (await migrate(before, await loadCast(after))).map(({ name }) => name.replace(/\.ts$/u, ''));

/** What one migration does, without what takes it back. */
async function done(before: Spec | undefined, after: Spec): Promise<string> {
  const [only, ...others] = await migrate(before, await loadCast(after));
  expect(others).toEqual([]);
  return only?.content.split('export async function down')[0] ?? '';
}

describe('tables that come', () => {
  test('each gets a migration of its own, where the project looks for them', async () => {
    const [made] = await migrate(undefined, await loadCast(specOf({ purchaseOrder: [] })));
    expect(made).toMatchObject({
      folder: 'src/data/migrations',
      name: 'create_purchase_orders.ts',
    });
    expect(made?.content).toContain("createTable('purchase_orders')");
    expect(made?.content).toContain("dropTable('purchase_orders')");
  });

  test.each([
    [{ a: [], b: [], c: [] }, ['as', 'bs', 'cs']],
    [{ a: ['b'], b: ['c'], c: [] }, ['cs', 'bs', 'as']],
    [{ a: ['a', 'c'], b: [], c: ['c'] }, ['cs', 'as', 'bs']],
    [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, ['ds', 'bs', 'cs', 'as']],
  ])('one comes after those that it refers to: %j', async (edges: Edges, tables) => {
    const creations = tables.map((table) => `create_${table}`);
    await expect(namesOf(undefined, specOf(edges))).resolves.toEqual(creations);
    const drops = tables.toReversed().map((table) => `drop_${table}`);
    await expect(namesOf(specOf(edges), specOf({}))).resolves.toEqual(drops);
  });

  test('what was there before gets none', async () => {
    const before = specOf({ a: [] });
    await expect(namesOf(before, specOf({ a: [], b: ['a'] }))).resolves.toEqual(['create_bs']);
    await expect(namesOf(before, before)).resolves.toEqual([]);
  });

  test.each(choicesOf('database'))(
    'on %s a table comes with its indexes, in as many statements as the database takes back',
    async (database) => {
      const spec = specWith([{ name: 'book', fields: [indexed('code')] }], { database });
      const statements = (await done(undefined, spec)).match(/await /gu);
      expect(statements).toHaveLength(database === 'mysql' ? 1 : 3);
    },
  );

  test('names of keys and indexes fit into every database, and stay different', async () => {
    const references = ['aVeryLongFieldOfThirtyLettersX', 'aVeryLongFieldOfThirtyLettersY'];
    const fields = references.map((name) => ({ name, type: 'reference', resource: 'page' }));
    const long = {
      name: 'long',
      plural: 'aVeryLongNamesOfThirtyLetters',
      fields: [title, ...fields],
    };
    const spec = specWith([long, { name: 'page', fields: [title] }], { auth: 'jwt' });
    const written = await migrate(undefined, await loadCast(spec));
    const content = written.find(({ name }) => name.includes('very_long'))?.content ?? '';
    const names = [...content.matchAll(/(?:createIndex|ForeignKeyConstraint)\(\s*'(\w+)'/gu)];
    expect(new Set(names.map(([, name]) => name)).size).toBe(names.length);
    expect(names.filter(([, name = '']) => name.length === 63)).toHaveLength(4);
    expect(names.filter(([, name = '']) => name.length > 63)).toEqual([]);
  });

  test.each(choicesOf('database'))(
    'on %s no index is called like a table, a key or another index',
    async (database) => {
      const spec = specWith(
        [
          { name: 'sale', fields: [indexed('orders'), indexed('createdAtId')] },
          { name: 'salesOrder', fields: [{ ...title, unique: true }, indexed('titleKey')] },
        ],
        { auth: 'jwt', database },
      );
      const texts = (await migrate(undefined, await loadCast(spec))).map(
        ({ content }) => content.split('export async function down')[0] ?? '',
      );
      const named = /(?:createTable|createIndex|addIndex|add\w+Constraint)\(\s*'(\w+)'/gu;
      const names = texts.flatMap((text) => [...text.matchAll(named)].map(([, name]) => name));
      expect(names).toContain('sales__orders');
      expect(names).toEqual([...new Set(names)]);
    },
  );
});

test('a stack without migrations gets none', async () => {
  const cast = await loadCast(specOf({ a: [] }));
  await expect(migrate(undefined, { ...cast, stacks: [{}] })).resolves.toEqual([]);
});

const named = (name: string, plural: string): Spec => specWith([{ name, plural, fields: [title] }]);

describe('tables that go, or change places', () => {
  test('a table goes once nothing refers to it', async () => {
    const before = specOf({ a: [], b: ['a'], c: ['b'] });
    await expect(namesOf(before, specOf({ c: [] }))).resolves.toEqual([
      'remove_ofb_from_cs',
      'drop_bs',
      'drop_as',
    ]);
  });

  test('a name that is given up can be taken in the same change', async () => {
    await expect(namesOf(named('one', 'things'), named('other', 'things'))).resolves.toEqual([
      'drop_things',
      'create_things',
    ]);
  });

  test('a reference may turn round, though both ways would be a circle', async () => {
    const [before, after] = [specOf({ a: ['b'], b: [] }), specOf({ a: [], b: ['a'] })];
    await expect(namesOf(before, after)).resolves.toEqual(['remove_ofb_from_as', 'add_ofa_to_bs']);
  });

  test('a table keeps its name as long as it has rows', async () => {
    await expect(namesOf(named('person', 'persons'), named('person', 'people'))).rejects.toThrow(
      'The plural of person names its table, persons, and cannot change any more.',
    );
  });
});

const stars = { name: 'stars', type: 'integer' };
const shelf = { name: 'shelf', type: 'string' };

const sequel = (onDelete: string): Spec =>
  book({ name: 'of', type: 'reference', resource: 'book', onDelete });

/** The migration for a required field in rows that are there. */
async function filled(told: Keys, fill: unknown): Promise<string | undefined> {
  const cast = await loadCast(book({ ...stars, required: true, ...told }));
  const fills = new Map(fill === undefined ? [] : [['book.stars', fill]]);
  return (await migrate(book(), cast, fills))[0]?.content;
}

describe('columns', () => {
  test.each<readonly [string, Spec, Spec, readonly string[]]>([
    ['more', book(), book(stars, shelf), ['add_stars_to_books', 'add_shelf_to_books']],
    ['less', book(stars), book(), ['remove_stars_from_books']],
    ['another place', book(stars, shelf), book(shelf, stars), []],
    [
      'a new name',
      book(stars),
      book({ ...stars, name: 'points' }),
      ['remove_stars_from_books', 'add_points_to_books'],
    ],
    ['another type', book(stars), book({ ...stars, type: 'bigint' }), ['change_stars_of_books']],
    [
      'a type that shares nothing',
      book(stars),
      book({ ...stars, type: 'date' }),
      ['remove_stars_from_books', 'add_stars_to_books'],
    ],
    ['required', book({ ...stars }), book({ ...stars, required: true }), ['change_stars_of_books']],
    ['unique', book(stars), book({ ...stars, unique: true }), ['change_stars_of_books']],
    ['common', book({ ...stars, unique: true }), book(stars), ['change_stars_of_books']],
    ['an index', book(stars), book({ ...stars, index: true }), ['change_stars_of_books']],
    ['bounds, which rows may be older than', book(stars), book({ ...stars, min: 1, max: 5 }), []],
    ['a default, which the service knows', book(stars), book({ ...stars, default: 3 }), []],
  ])('%s', async (_, before, after, names) => {
    await expect(namesOf(before, after)).resolves.toEqual(names);
  });

  test('tables do not say what becomes of rows when the one they refer to is deleted', async () => {
    await expect(namesOf(sequel('restrict'), sequel('setNull'))).resolves.toEqual([]);
  });

  test('a default, or else what somebody says, fills the rows that are there', async () => {
    await expect(filled({ default: 3 }, undefined)).resolves.toContain('sql`${3}`');
    await expect(filled({}, 4)).resolves.toContain('sql`${4}`');
    await expect(filled({ default: 3 }, 4)).resolves.toContain('sql`${4}`');
  });

  test.each(choicesOf('database'))(
    'on %s a migration imports what it names, whatever rows get',
    async (database) => {
      const [before, after] = [{}, { required: true }].map((keys) =>
        specWith([{ name: 'book', fields: [title, { name: 'note', type: 'string', ...keys }] }], {
          database,
        }),
      ) as [Spec, Spec];
      const fills = new Map([['book.note', 'sql.js, columns(replaceColumn(']]);
      const [made] = await migrate(before, await loadCast(after), fills);
      const [imports = '', body = ''] = made?.content.split(/\n\n(.*)/su) ?? [];
      const code = body.replaceAll(/'[^']*'/gu, '');
      for (const name of ['sql', 'columns', 'replaceColumn']) {
        const word = new RegExp(`\\b${name}\\b`, 'u');
        expect([name, word.test(imports)]).toEqual([name, word.test(code)]);
      }
    },
  );

  test('an index is made, or dropped, and nothing else', async () => {
    const after = book({ ...stars, index: true });
    await expect(done(book(stars), after)).resolves.toMatch(
      /void> \{\n {2}await db\.schema\.createIndex\('books__stars'\)\.on\('books'\)\.column\('stars'\)\.execute\(\);\n\}/u,
    );
    await expect(done(after, book(stars))).resolves.toMatch(
      /void> \{\n {2}await db\.schema\.dropIndex\('books__stars'\)\.execute\(\);\n\}/u,
    );
  });
});

describe('choices', () => {
  const users = { auth: 'jwt' };

  test('tables that an adapter brings along come before those of resources', async () => {
    await expect(namesOf(undefined, specOf({ a: [] }, users))).resolves.toEqual([
      'create_users',
      'create_as',
    ]);
  });

  test('they come and go with it, once, and what refers to them with them', async () => {
    const [alone, owned] = [specOf({ a: [] }), specOf({ a: [] }, users)];
    await expect(namesOf(alone, owned)).resolves.toEqual(['create_users', 'add_owner_to_as']);
    await expect(namesOf(owned, alone)).resolves.toEqual(['remove_owner_from_as', 'drop_users']);
    await expect(namesOf(owned, specOf({ a: [], b: [] }, users))).resolves.toEqual(['create_bs']);
  });

  test('rows that belong to nobody have no owner', async () => {
    const shared = specWith([{ name: 'a', shared: true, fields: [title] }], users);
    await expect(namesOf(specOf({ a: [] }), shared)).resolves.toEqual(['create_users']);
    await expect(namesOf(specOf({ a: [] }, users), shared)).resolves.toEqual([
      'remove_owner_from_as',
    ]);
  });

  test('another database starts empty, with the migrations of a new project', async () => {
    const after = specOf({ a: ['b'], b: [] }, { database: 'postgresql' });
    const fresh = await migrate(undefined, await loadCast(after));
    expect(fresh.length).toBe(2);
    await expect(migrate(specOf({ a: [], c: [] }), await loadCast(after))).resolves.toEqual(fresh);
  });
});

test.each(choicesOf('database'))(
  'what migrations on %s import is there as long as they are, also when no resource is left',
  async (database) => {
    const changed = [title, { ...title, required: true, default: 'x' }].map((field) =>
      specWith([{ name: 'book', fields: [field] }], { database }),
    );
    const [before, after] = changed as [Spec, Spec];
    const migrations = [
      ...(await migrate(undefined, await loadCast(before))),
      ...(await migrate(before, await loadCast(after))),
    ];
    const imported = migrations.flatMap(({ folder, content }) =>
      [...content.matchAll(/from '(\..+)'/gu)].map(([, path = '']) => posix.join(folder, path)),
    );
    const { files } = await filesOf(specWith([], { database }));
    expect(imported).toContain('src/data/columns.ts');
    expect(imported.filter((path) => !files.has(path))).toEqual([]);
  },
);
