import type { Flag } from '../core/faces/flags.ts';

/** What commands that only look can be told. */
export const lookFlags: readonly Flag[] = [
  { name: 'json', type: 'boolean', does: 'print one JSON document' },
  { name: 'debug', type: 'boolean', does: 'print stack traces' },
];
