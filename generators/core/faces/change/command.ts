import type { ExitCode } from '../../refusal.ts';
import type { Fills } from '../../render/data-step.ts';
import type { Purpose, Repository } from '../../repository/open.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Asker } from '../asker.ts';
import type { Flag, FlagHint, FlagValues } from '../flags.ts';

/** What a command that changes a project knows before it says what is to change. */
export interface Told {
  readonly repository: Repository;
  /** What stands behind the command, without the flags. */
  readonly words: readonly string[];
  readonly values: FlagValues;
  /** `undefined` when nobody may be asked. */
  readonly asker: Asker | undefined;
}

/** The spec that the project is to have. */
export interface Edit {
  readonly spec: Spec;
  /** The words behind the command that say the same without questions. */
  readonly words: (fills: Fills) => readonly string[];
  readonly fills?: Fills;
  /** Whether the state is put right, too. */
  readonly healing?: boolean;
  /** Whether the history of migrations may begin anew, for the database was said. */
  readonly restart?: boolean;
  /** Whether files that are kept as generated become so again. */
  readonly restore?: boolean;
}

/** A command that changes a project: it says how the spec becomes another; all the rest is alike. */
export interface ChangeCommand {
  readonly name: string;
  readonly purpose: Exclude<Purpose, 'read'>;
  readonly flags: readonly Flag[];
  readonly hintOfFlag?: FlagHint;
  readonly edit: (told: Told) => Promise<Edit> | Edit;
  /** What it does instead, where a flag says so; `undefined` when none does. */
  readonly look?: (from: string, values: FlagValues) => Promise<ExitCode | undefined>;
}
