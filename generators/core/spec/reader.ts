import type { Fault } from '../refusal.ts';
import { didYouMean } from './nearest.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Reads unknown data and collects everything that is wrong with it, each with its path. */
export interface Reader {
  readonly faults: readonly Fault[];
  readonly fault: (path: string, message: string) => void;
  readonly object: (value: unknown, path: string) => Json | undefined;
  readonly list: (value: unknown, path: string) => readonly unknown[];
  readonly text: (value: unknown, path: string) => string | undefined;
  readonly flag: (value: unknown, path: string) => boolean;
  readonly integer: (value: unknown, path: string, min: number, max: number) => number;
  readonly keys: (value: Json, path: string, known: readonly string[]) => void;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

export function reader(found: readonly Fault[] = []): Reader {
  const faults = [...found];
  const fault = (path: string, message: string): void => {
    faults.push({ path, message });
  };
  return {
    faults,
    fault,
    object(value, path) {
      if (isObject(value)) return value;
      fault(path, 'must be an object');
      return undefined;
    },
    list(value, path) {
      if (Array.isArray(value)) return value;
      fault(path, 'must be a list');
      return [];
    },
    text(value, path) {
      if (typeof value === 'string') return value;
      fault(path, value === undefined ? 'is missing' : 'must be a text');
      return undefined;
    },
    flag(value, path) {
      if (value === undefined || typeof value === 'boolean') return value ?? false;
      fault(path, 'must be true or false');
      return false;
    },
    integer(value, path, min, max) {
      if (Number.isInteger(value) && Number(value) >= min && Number(value) <= max) {
        return Number(value);
      }
      fault(path, `must be a whole number from ${min} to ${max}`);
      return min;
    },
    keys(value, path, known) {
      for (const key of Object.keys(value).filter((candidate) => !known.includes(candidate))) {
        fault(join(path, key), `is not known; ${didYouMean(key, known)}`);
      }
    },
  };
}
