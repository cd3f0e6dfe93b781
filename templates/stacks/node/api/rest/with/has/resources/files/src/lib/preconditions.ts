import * as z from 'zod';
import { Problem } from './problem.ts';

const tag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
const tags = new RegExp(`^(?:\\*|[\\t ,]*${tag}(?:[\\t ]*,[\\t ,]*${tag})*[\\t ,]*)$`);
const header = z.string().regex(tags, 'must be * or a list of entity tags').optional();

/** Headers of a request that changes a row. */
export const ifMatch = z.object({ 'if-match': header });

/** Headers of a request that reads a row. */
export const ifNoneMatch = z.object({ 'if-none-match': header });

export function entityTag(version: number): string {
  return `"${version}"`;
}

/** Throws unless the row still is what the caller saw; weak tags never match (RFC 9110, 13.1.1). */
export function assertMatch(given: string | undefined, version: number): void {
  if (given === undefined || given === '*') return;
  if (!tagsIn(given).includes(entityTag(version))) {
    throw new Problem('precondition-failed', 'It has changed since: read it again.');
  }
}

/** Tells whether the caller has the current row; weak tags match too (RFC 9110, 13.1.2). */
export function isKnown(given: string | undefined, version: number): boolean {
  if (given === undefined) return false;
  if (given === '*') return true;
  return tagsIn(given).some((entry) => entry.replace('W/', '') === entityTag(version));
}

function tagsIn(list: string): string[] {
  return list.match(new RegExp(tag, 'g')) ?? [];
}
