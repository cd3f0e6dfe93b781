import { expect } from 'vitest';
import { type JsonObject, objectsAt, parseObject, stringAt } from '../json.ts';
import { type Api, withQuery } from './api.ts';
import { exchange } from './ask.ts';

export interface Page {
  readonly items: readonly JsonObject[];
  readonly next: string | null;
}

export type Query = Readonly<Record<string, string>>;

/** One page of a list. Fails when the answer is no page. */
export async function pageOf(api: Api, path: string, query: Query = {}): Promise<Page> {
  const answer = await api.get(Object.keys(query).length > 0 ? withQuery(path, query) : path);
  expect(answer.status, exchange(answer)).toBe(200);
  const body = parseObject(answer.text);
  expect(Object.keys(body).toSorted()).toEqual(['items', 'nextCursor']);
  expect(Array.isArray(body['items'])).toBe(true);
  const next = body['nextCursor'];
  if (next !== null && typeof next !== 'string') throw new Error(`no cursor: ${exchange(answer)}`);
  return { items: objectsAt(body, 'items'), next };
}

/**
 * Every item from the first page to the last; `between` runs after each page that has a next one.
 * Throws when a row comes a second time: such a walk might never end.
 */
export async function walk(
  api: Api,
  path: string,
  query: Query,
  between: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<readonly JsonObject[]> {
  const items = new Map<string, JsonObject>();
  let page = await pageOf(api, path, query);
  for (;;) {
    for (const item of page.items) {
      const id = stringAt(item, 'id');
      if (items.has(id)) throw new Error(`the walk ${withQuery(path, query)} met ${id} twice`);
      items.set(id, item);
    }
    if (page.next === null) return [...items.values()];
    if (page.items.length === 0) throw new Error(`an empty page of ${path} has a next one`);
    await between(page);
    page = await pageOf(api, path, { ...query, cursor: page.next });
  }
}
