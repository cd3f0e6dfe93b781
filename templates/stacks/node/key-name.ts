import { hash } from 'node:crypto';

/** Longer names are refused by some databases, and cut by others. */
const longest = 63;

/**
 * The name of an index or a constraint. Neither tables nor columns have two underscores in theirs, so
 * that it is no other's: `sales__orders` is an index of `sales`, and `sales_orders` a table.
 */
export function keyName(...parts: readonly string[]): string {
  const name = parts.join('__');
  if (name.length <= longest) return name;
  return `${name.slice(0, 54)}_${hash('sha256', name).slice(0, 8)}`;
}
