import type { Rule } from '../generators/core/spec/dimension.ts';

/** Which choices exclude each other, why, and what to take instead. */
export const rules: readonly Rule[] = [];
