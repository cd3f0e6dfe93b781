import { describe, expect, test } from 'vitest';
import { loadCast } from '../../../generators/core/model/load.ts';
import { migrate, writeMigrations } from '../../../generators/core/render/migrate.ts';
import type { Known } from '../../../generators/core/render/migrate.ts';
import { planData } from '../../../generators/core/render/plan-data.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { specInput } from '../spec/spec-input.ts';

type Keys = Readonly<Record<string, unknown>>;

const title = { name: 'title', type: 'string', required: true };

const specOf = (resources: Readonly<Record<string, readonly Keys[]>>, choices: Keys = {}): Spec =>
  parseSpec(
    specInput({
      stack: 'django',
      auth: 'none',
      resources: Object.entries(resources).map(([name, fields]) => ({ name, fields })),
      ...choices,
    }),
  );

const bookWith = (field: Keys): Spec => specOf({ book: [field] });

const author = { name: 'author', type: 'reference', resource: 'author' };
const books = specOf({ author: [title], book: [title, author] });

const written = async (before: Spec | undefined, after: Spec, known: Known = new Map()) => {
  const cast = await loadCast(after);
  const migrations = await writeMigrations(await planData(before, cast), cast, new Map(), known);
  return migrations.map(({ folder, name, content }) => ({ path: `${folder}/${name}`, content }));
};

const known: Known = new Map([
  ['apps/authors/migrations', ['0001_initial.py', '__init__.py']],
  ['apps/books/migrations', ['0001_initial.py', '0002_add_pages_to_books.py']],
  ['apps/gone/migrations', ['0001_initial.py', '0002_drop_gone.py']],
]);

const dependenciesIn = (content: string | undefined): readonly (readonly string[])[] =>
  [...(content ?? '').matchAll(/^ {8}\("(\w+)", "(\w+)"\),$/gmu)].map(([, ...pair]) => pair);

describe('the first migrations', () => {
  test('lie with their tables, behind those of what they refer to', async () => {
    const [first, second] = await written(undefined, books);
    expect(first?.path).toBe('apps/authors/migrations/0001_initial.py');
    expect(first?.content).toContain('    initial = True\n\n    dependencies = []\n');
    expect(second?.path).toBe('apps/books/migrations/0001_initial.py');
    expect(dependenciesIn(second?.content)).toEqual([['authors', '0001_initial']]);
  });

  test('come behind that of users, where rows have owners', async () => {
    const made = await migrate(
      undefined,
      await loadCast(specOf({ book: [title] }, { auth: 'jwt' })),
    );
    expect(made.map(({ folder }) => folder)).toEqual([
      'apps/users/migrations',
      'apps/books/migrations',
    ]);
    expect(dependenciesIn(made[1]?.content)).toEqual([['users', '0001_initial']]);
  });
});

describe('the next migrations', () => {
  test('are counted on from those that are there', async () => {
    const after = specOf({
      author: [title],
      book: [title, author, { name: 'isbn', type: 'uuid' }],
    });
    const [made] = await written(books, after, known);
    expect(made?.path).toBe('apps/books/migrations/0003_add_isbn_to_books.py');
    expect(dependenciesIn(made?.content)).toEqual([['books', '0002_add_pages_to_books']]);
    expect(made?.content).not.toContain('initial = True');
  });

  test('tell of defaults and bounds, which are part of models', async () => {
    const [made] = await written(
      bookWith({ name: 'pages', type: 'integer' }),
      bookWith({ name: 'pages', type: 'integer', min: 1, default: 2 }),
      known,
    );
    expect(made?.path).toBe('apps/books/migrations/0003_change_pages_of_books.py');
    expect(made?.content).toContain('migrations.AlterField(');
    expect(made?.content).toContain('default=2,');
    expect(made?.content).toContain('django.core.validators.MinValueValidator(');
  });

  test('drop a table behind whatever may ever have referred to it', async () => {
    const [reference, drop] = await written(books, specOf({ book: [title] }), known);
    expect(reference?.path).toBe('apps/books/migrations/0003_remove_author_from_books.py');
    expect(drop?.path).toBe('apps/authors/migrations/0002_drop_authors.py');
    expect(dependenciesIn(drop?.content)).toEqual([
      ['authors', '0001_initial'],
      ['books', '0003_remove_author_from_books'],
      ['gone', '0002_drop_gone'],
    ]);
  });

  test('make a table again that was dropped', async () => {
    const [made] = await written(
      books,
      specOf({ author: [title], book: [title, author], gone: [title] }),
      new Map([...known, ['apps/gones/migrations', ['0001_initial.py', '0002_drop_gones.py']]]),
    );
    expect(made?.path).toBe('apps/gones/migrations/0003_create_gones.py');
  });
});

test('another database takes all migrations as they are', async () => {
  const after = { ...books, database: 'postgresql' } as const;
  await expect(written(books, after, known)).resolves.toEqual([]);
});

test('another stack is another project', async () => {
  const after = await loadCast({ ...books, stack: 'fastify' });
  await expect(planData(books, after)).rejects.toThrow('A project keeps its framework');
});

test('what rows hold is changed before a column that could not keep it', async () => {
  const [made] = await written(
    bookWith({ name: 'kind', type: 'string', required: true }),
    bookWith({ name: 'kind', type: 'enum', values: ['a', 'b'] }),
    known,
  );
  const operations = [...(made?.content ?? '').matchAll(/^ {8}migrations\.(\w+)/gmu)].map(
    ([, name]) => name,
  );
  expect(operations).toEqual(['AlterField', 'RunPython', 'AlterField']);
  expect(made?.content).toContain(
    'rows.exclude(\n        kind__in=kept,\n    ).update(\n        kind=None,\n    )',
  );
});
