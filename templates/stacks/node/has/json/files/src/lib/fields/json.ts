import * as z from 'zod';
import { Problem } from '../problem.ts';

type Json = Record<string, unknown> | unknown[];

const maximumLength = 10_000;
const maximumDepth = 30;

/** An object or an array; its keys come out in one order, since not every database keeps theirs. */
export const json = z
  .union([z.record(z.string(), z.unknown()), z.array(z.unknown())], 'must be an object or an array')
  .refine((value) => isStorable(value, maximumDepth), {
    error: `must hold finite numbers and Unicode without NUL, at most ${maximumDepth} levels deep`,
    abort: true,
  })
  .overwrite((value) => sorted(value) as Json)
  .refine(isShort, `must have at most ${maximumLength} characters as JSON`);

/** What every database takes, and gives back as it was. */
function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value === 'number') return Number.isFinite(value);
  if (!isContainer(value)) return true;
  const entries = Object.entries(value);
  return (
    depth > 0 && entries.every(([key, item]) => isStorable(key, 0) && isStorable(item, depth - 1))
  );
}

/** Counts code points, which have one or two units. */
function isShort(value: Json): boolean {
  const text = JSON.stringify(value);
  return text.length <= 2 * maximumLength && Array.from(text).length <= maximumLength;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => byCodePoint(one, other));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** What `<` would compare are units, and the halves of a pair stand before U+E000. */
function byCodePoint(one: string, other: string): number {
  for (let at = 0; at < one.length && at < other.length; at += 1) {
    const order = (one.codePointAt(at) ?? 0) - (other.codePointAt(at) ?? 0);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** Returns the value that a column's text was written from. */
export function fromJson(text: string): Json {
  return JSON.parse(text) as Json;
}

/**
 * Returns the patch with its JSON values merged into those of the row (RFC 7396): members are set
 * one by one, `null` removes one. What comes out equal is the row's own value, that is no change.
 */
export function mergeJson<Patch extends object>(row: object, patch: Patch): Patch {
  const stored = new Map<string, unknown>(Object.entries(row));
  const merged = Object.entries(patch).map(([field, change]) => [
    field,
    isContainer(change) ? mergeField(field, stored.get(field), change) : (change as unknown),
  ]);
  // The same fields, and values of the same types.
  return Object.fromEntries(merged) as Patch;
}

function mergeField(field: string, stored: unknown, change: Json): unknown {
  const { data, error } = json.safeParse(merge(stored, change));
  if (error) {
    const errors = error.issues.map(({ message }) => ({ pointer: `/${field}`, detail: message }));
    throw new Problem('validation', 'With the patch, the value is not valid.', { errors });
  }
  return JSON.stringify(data) === JSON.stringify(sorted(stored)) ? stored : data;
}

function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const members = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) members.delete(key);
    else members.set(key, merge(members.get(key), change));
  }
  return Object.fromEntries(members);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return isContainer(value) && !Array.isArray(value);
}

function isContainer(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
