import type { ExitCode } from '../core/refusal.ts';
import type { Flag } from '../core/faces/flags.ts';

/** One command of the own door. */
export interface Command {
  readonly name: string;
  /** What stands behind the name in the help: `<dir>`. */
  readonly operands: string;
  readonly does: string;
}

/** What `<name>.ts` beside this file exports. */
export interface CommandModule {
  readonly flags: readonly Flag[];
  readonly run: (words: readonly string[]) => Promise<ExitCode>;
}
