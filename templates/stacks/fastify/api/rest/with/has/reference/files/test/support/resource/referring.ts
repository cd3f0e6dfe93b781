import { create, type Resource, type TestApp } from './resource.ts';

const known = new WeakMap<TestApp, Map<string, Promise<string>>>();

/** The id of the row of this number, which is created when it is first referred to. */
export function idOf(app: TestApp, resource: Resource, number: number): Promise<string> {
  const ids = known.get(app) ?? new Map<string, Promise<string>>();
  known.set(app, ids);
  const key = `${resource.path} ${number}`;
  const id = ids.get(key) ?? create(app, resource, number).then((row) => String(row['id']));
  ids.set(key, id);
  return id;
}
