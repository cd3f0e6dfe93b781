import type { ExitCode } from '../core/refusal.ts';
import type { Flag } from '../core/faces/flags.ts';

/** One command of the own door. */
export interface Command {
  readonly name: string;
  /** What stands behind the name in the help: `<dir>`. */
  readonly operands: string;
  readonly does: string;
}

export interface HelpTable {
  readonly heading: string;
  readonly rows: readonly (readonly [string, string])[];
}

/** What `<name>.ts` beside this file exports. */
export interface CommandModule {
  readonly flags: readonly Flag[];
  /** What else the help lists: a heading, and below it what is typed and what that means. */
  readonly tables?: readonly HelpTable[];
  readonly run: (words: readonly string[]) => Promise<ExitCode>;
}
