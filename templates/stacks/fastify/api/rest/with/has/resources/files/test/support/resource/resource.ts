import type { buildTestApp } from '../app.ts';
import { json } from '../app.ts';

export type TestApp = Awaited<ReturnType<typeof buildTestApp>>;

/** What the tests that every resource shares must know about one of them. */
export interface Resource {
  readonly path: string;
  /** A valid body with all fields set; bodies of two numbers differ in every unique field. */
  readonly body: (app: TestApp, number: number) => Promise<Row>;
  readonly optional: readonly string[];
  readonly sortable: readonly string[];
  readonly filterable: readonly string[];
  /** For each field, values that it must refuse. */
  readonly wrong: Readonly<Record<string, readonly unknown[]>>;
}

export type Row = Record<string, unknown>;

export async function post(app: TestApp, { path }: Resource, body: Row) {
  return app.inject({ method: 'POST', url: path, ...json(body) });
}

/** Creates a row and returns its representation. */
export async function create(app: TestApp, resource: Resource, number = 1): Promise<Row> {
  const response = await post(app, resource, await resource.body(app, number));
  if (response.statusCode !== 201) throw new Error(response.body);
  return response.json();
}

export async function patch(app: TestApp, url: string, changes: Row, headers: object = {}) {
  const options = json(changes);
  return app.inject({
    method: 'PATCH',
    url,
    ...options,
    headers: { ...options.headers, ...headers },
  });
}

export function urlOf({ path }: Resource, row: Row): string {
  return `${path}/${String(row['id'])}`;
}
