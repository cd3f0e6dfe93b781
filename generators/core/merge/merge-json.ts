import { isDeepStrictEqual } from 'node:util';
import { isObject } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { mergedVersion } from './version-tokens.ts';

export interface MergedJson {
  readonly value: Json;
  /** Paths at which both changed something, and ours was kept. */
  readonly kept: readonly string[];
}

type Path = readonly string[];

/** Whether what stands at a path is a version that update bots raise. */
export type IsVersion = (path: Path) => boolean;

/** A key may be called `constructor`. */
const own = (object: Json | undefined, key: string): Json | undefined =>
  isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;

/** Each key of `next` that is new comes behind the one that it follows there. */
function keysOf(ours: JsonObject, next: JsonObject): readonly string[] {
  const keys = Object.keys(ours);
  const known = new Set(keys);
  let before = -1;
  for (const key of Object.keys(next)) {
    if (!known.has(key)) keys.splice(before + 1, 0, key);
    before = keys.indexOf(key);
  }
  return keys;
}

/** `name` or `"a.b"`, as in a path that people read. */
const step = (key: string): string => (/^[\w$@/-]+$/u.test(key) ? key : JSON.stringify(key));

/**
 * Brings two edits of a JSON value together, key by key; lists are taken as a whole. Where both
 * changed the same, ours stands.
 */
export function mergeJson(base: Json, ours: Json, next: Json, isVersion: IsVersion): MergedJson {
  const kept: string[] = [];
  const merge = (
    b: Json | undefined,
    o: Json | undefined,
    t: Json | undefined,
    path: Path,
  ): Json | undefined => {
    if (isDeepStrictEqual(o, t) || isDeepStrictEqual(t, b)) return o;
    if (isDeepStrictEqual(o, b)) return t;
    if (isVersion(path) && typeof o === 'string' && (typeof b === 'string' || t !== undefined)) {
      // That a bot raised what goes is no reason for it to stay.
      if (t === undefined) return undefined;
      if (typeof t === 'string') return mergedVersion(typeof b === 'string' ? b : undefined, o, t);
    }
    if (!isObject(o) || !isObject(t)) {
      kept.push(path.map(step).join('.'));
      return o;
    }
    const entries = keysOf(o, t).flatMap((key) => {
      const value = merge(own(b, key), own(o, key), own(t, key), [...path, key]);
      return value === undefined ? [] : [[key, value] as const];
    });
    return Object.fromEntries(entries);
  };
  return { value: merge(base, ours, next, []) ?? null, kept };
}
