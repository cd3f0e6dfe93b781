import { hash } from 'node:crypto';
import * as z from 'zod';
import { Problem } from './problem.ts';

/** The sort values of the last row of a page, and its id. */
export type Position = readonly unknown[];

const content = z.tuple([z.string()], z.unknown());

/** The scope is the order and the filter that the cursor belongs to. */
export function writeCursor(scope: string, position: Position): string {
  const text = JSON.stringify([digest(scope, position), ...position]);
  return Buffer.from(text).toString('base64url');
}

/** Returns the position in a cursor that was written for this scope, else throws a problem. */
export function readCursor(
  cursor: string,
  scope: string,
  fields: readonly string[],
  shape: Readonly<Record<string, z.ZodType>>,
): Position {
  const result = content.safeParse(parse(cursor));
  if (result.success) {
    const [sum, ...position] = result.data;
    // The digest is no secret: who forges it still gets no value of another type to the database.
    const isWhole =
      sum === digest(scope, position) &&
      fields.length === position.length &&
      fields.every((field, index) => shape[field]?.safeParse(position[index]).success);
    if (isWhole) return position;
  }
  throw new Problem('malformed', 'The cursor does not belong to this list, order and filter.');
}

function digest(scope: string, position: Position): string {
  const text = JSON.stringify([scope, position]);
  return hash('sha256', text, 'base64url').slice(0, 16);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
