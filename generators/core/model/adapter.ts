import type { Alteration } from '../render/data-step.ts';
import type { Spec } from '../spec/spec.ts';
import type { Code } from './code.ts';
import type { Contribution } from './contribution.ts';
import type { Model } from './model.ts';
import type { Table } from './table.ts';

/** Statements in the words of the stack, in the order of their running. */
export type Statements = readonly Code[];

/** What a migration is written among. */
export interface MigrationSetting {
  /** What it is about. */
  readonly table: string;
  /** The last one before it that is about a table, without its ending. */
  readonly lastOf: (table: string) => string | undefined;
  /** What all others before it are about, those of tables included that are gone. */
  readonly others: readonly string[];
}

/** How migrations are written. A family knows most of it, each of its databases the rest. */
export interface MigrationWriter {
  readonly createTable: (table: Table) => Statements;
  readonly dropTable: (table: Table) => Statements;
  readonly alterTable: (alteration: Alteration) => Statements;
  /** What statements may import, and how. */
  readonly imports: Readonly<Record<string, string>>;
  /** The whole file: what it does, and what takes that back. */
  readonly print: (
    up: Statements,
    down: Statements,
    imports: MigrationWriter['imports'],
    setting: MigrationSetting,
  ) => string;
}

/** What `adapter.ts` (or `stack.ts`) of an adapter folder exports. */
export interface Adapter {
  readonly contribute?: (spec: Spec) => Contribution;
  /** The shared files that this adapter prints from the model: path -> text. */
  readonly writers?: Readonly<Record<string, (model: Model) => string>>;
  readonly migrations?: Partial<MigrationWriter>;
}
