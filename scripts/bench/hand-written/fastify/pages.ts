import { digestOf, malformed } from './duties.ts';
import type { Task, TaskQuery } from './schemas.ts';

/** The order and filter that a cursor belongs to. */
const scopeOf = ({ sort, status }: TaskQuery) => JSON.stringify([sort, status]);

const encode = (query: TaskQuery, ...position: unknown[]) =>
  Buffer.from(JSON.stringify([digestOf(scopeOf(query), position), ...position])).toString(
    'base64url',
  );

/** Where the page begins: a value of the column that sorts, and an id. */
export function decode(cursor: string, query: TaskQuery): [string, string] {
  try {
    const [sum, ...position] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    if (sum === digestOf(scopeOf(query), position)) return position as [string, string];
  } catch {
    // It is no cursor at all.
  }
  throw malformed('not a cursor of this list');
}

/** Of one row more than asked for, the page, and where the next one begins. */
export function pageOf(rows: Task[], query: TaskQuery, field: keyof Task) {
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return { items, nextCursor: more ? encode(query, last[field], last.id) : null };
}
