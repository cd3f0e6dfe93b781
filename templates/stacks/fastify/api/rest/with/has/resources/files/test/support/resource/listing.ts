import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { create, type Resource, type Row, type TestApp, urlOf } from './resource.ts';

interface Page {
  readonly items: Row[];
  readonly nextCursor: string | null;
}

async function list(app: TestApp, { path }: Resource, query: Record<string, string>) {
  return app.inject(`${path}?${new URLSearchParams(query).toString()}`);
}

/** Reads page after page; `between` runs after each. */
async function walk(
  app: TestApp,
  resource: Resource,
  query: Record<string, string>,
  between = async (_page: Page): Promise<void> => {},
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = (await list(app, resource, { ...query, ...(cursor && { cursor }) })).json();
    rows.push(...page.items);
    await between(page);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}

async function createSeveral(app: TestApp, resource: Resource, count: number): Promise<Row[]> {
  const rows = [];
  for (let number = 1; number <= count; number += 1) rows.push(await create(app, resource, number));
  return rows;
}

const ids = (rows: readonly Row[]) => rows.map(({ id }) => String(id));

/** Rows of one millisecond are ordered by their ids. */
function newestFirst(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => (ageOf(one) < ageOf(other) ? 1 : -1));
}

function ageOf({ createdAt, id }: Row): string {
  return `${String(createdAt)} ${String(id)}`;
}

export function testListing(resource: Resource): void {
  test('a list begins with the newest and ends after the limit', async () => {
    const app = await buildTestApp();
    const rows = await createSeveral(app, resource, 3);
    const page: Page = (await list(app, resource, { limit: '2' })).json();
    expect(page.items).toEqual(newestFirst(rows).slice(0, 2));
    expect(page.nextCursor).toEqual(expect.any(String));
    expect((await list(app, resource, {})).json()).toMatchObject({ nextCursor: null });
  });

  test.each(
    resource.sortable.flatMap((field) =>
      field === 'updatedAt' ? [field] : [field, `-${field}`, `${field},-updatedAt`],
    ),
  )('a walk sorted by %s meets each row once, in the order of the whole list', async (sort) => {
    const app = await buildTestApp();
    await createSeveral(app, resource, 5);
    const whole: Page = (await list(app, resource, { sort, limit: '100' })).json();
    expect(whole.items).toHaveLength(5);
    expect(ids(await walk(app, resource, { sort, limit: '2' }))).toEqual(ids(whole.items));
  });

  test('a walk meets each row that stays exactly once while others come and go', async () => {
    const app = await buildTestApp();
    const rows = await createSeveral(app, resource, 7);
    const [leaving, ...staying] = rows;
    let number = rows.length;
    const walked = await walk(app, resource, { limit: '2' }, async () => {
      await app.inject({ method: 'DELETE', url: urlOf(resource, leaving!) });
      await create(app, resource, (number += 1));
    });
    const met = ids(walked).filter((id) => ids(staying).includes(id));
    expect(met).toEqual(ids(newestFirst(staying)));
  });

  test.each([...resource.filterable])('a list can be narrowed down by %s', async (field) => {
    const app = await buildTestApp();
    const rows = await createSeveral(app, resource, 4);
    const value = rows[0]![field];
    const expected = rows.filter((row) => row[field] === value);
    const query = { [field]: String(value), limit: '1' };
    expect(ids(await walk(app, resource, query))).toEqual(ids(newestFirst(expected)));
  });

  test('a cursor belongs to its order and filter, and cannot be changed', async () => {
    const app = await buildTestApp();
    await createSeveral(app, resource, 2);
    const page: Page = (await list(app, resource, { limit: '1' })).json();
    const cursor = String(page.nextCursor);
    const content = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const changed = [...content.slice(0, -1), '01890a5d-ac96-774b-bcce-b302099a8057'];
    const queries = [
      { cursor, sort: 'createdAt' },
      { cursor: 'nonsense' },
      { cursor: cursor.slice(1) },
      { cursor: Buffer.from(JSON.stringify(changed)).toString('base64url') },
    ];
    for (const query of queries) {
      expect((await list(app, resource, query)).statusCode).toBe(400);
    }
  });

  test('parameters that are wrong, repeated or unknown are refused by name', async () => {
    const app = await buildTestApp();
    const queries = [
      'limit=0',
      'limit=101',
      'limit=1e1',
      'limit=1&limit=2',
      'page=2',
      'sort=nothing',
      'sort=',
      'sort=createdAt,-createdAt',
      'sort=__proto__',
      ...resource.filterable.map((field) => `${field}=%00`),
    ];
    for (const query of queries) {
      const response = await app.inject(`${resource.path}?${query}`);
      expect([query, response.statusCode]).toEqual([query, 422]);
      expect(response.json().errors[0]).toMatchObject({ parameter: query.split('=')[0] });
    }
  });
}
