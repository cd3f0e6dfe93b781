import type { Task } from './schemas.ts';

const encode = (...position: unknown[]) =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

export const decode = (cursor: string) =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string, string];

/** Of one row more than asked for, the page, and where the next one begins. */
export function pageOf(rows: Task[], limit: number, sort: string, field: keyof Task) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encode(sort, last[field], last.id) : null };
}
