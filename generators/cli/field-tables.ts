import { fieldRows, modifierRows } from '../core/faces/change/field-help.ts';
import type { HelpTable } from './command.ts';

/** What the help of a command that takes fields says about them. */
export const fieldTables: readonly HelpTable[] = [
  { heading: 'Fields, as price:decimal:precision=10,scale=2:optional', rows: fieldRows },
  { heading: 'Modifiers', rows: modifierRows },
];
