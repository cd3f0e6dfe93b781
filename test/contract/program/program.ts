import type { Env } from '../suite/launcher.ts';

/** Arguments, without a shell. */
export type Words = readonly [string, ...string[]];

/** How a project is run, whatever it is written in. */
export interface Program {
  /** Makes of the sources what is run; nothing where they are run themselves. */
  readonly build?: Words;
  readonly serve: Words;
  /** Brings the tables of DATABASE_URL up to date. */
  readonly migrate: Words;
  /** Takes an e-mail address, and prints a password behind its last colon. */
  readonly createAdmin: Words;
  /** What it needs beside the variables of the contract. */
  readonly env: Env;
}
