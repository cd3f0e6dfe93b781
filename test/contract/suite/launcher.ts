import type { Outage } from '../store/store.ts';

export type Env = Readonly<Record<string, string>>;

/** How a process ended and what it said. */
export interface Exit {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What an unclosed store left lying about: must be empty after a clean stop. */
  readonly leftovers: readonly string[];
}

/** One started server with an empty, migrated store of its own. */
export interface Running {
  readonly baseUrl: string;
  readonly stdout: () => string;
  readonly exited: Promise<Exit>;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Sends the signal (SIGTERM when none is given), waits for the end, clears up. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Exit>;
  /** Takes the store away; it is gone where no other outage is named. */
  readonly breakStore: (outage?: Outage) => Promise<void>;
  readonly mendStore: () => Promise<void>;
  /** Ends all connections to the store, which stays. */
  readonly disconnectStore: () => Promise<void>;
  /** Makes every query on a resource fail in a way that nobody foresaw. */
  readonly ruinStore: () => Promise<void>;
  /** Runs the command that makes an administrator; returns the one-time password that it prints. */
  readonly createAdmin: (email: string) => Promise<string>;
}

/** Starts servers itself, so that every case can run. */
export interface ProcessLauncher {
  readonly kind: 'process';
  /** Resolves once `/readyz` answers 200. The process sees `env`, PATH and what makes it start. */
  readonly start: (env: Env) => Promise<Running>;
  /** Starts a server and lets `work` fill its store: every later start begins with what is there. */
  readonly seed: (env: Env, work: (running: Running) => Promise<void>) => Promise<void>;
  /** Starts with an environment that should be refused, and waits for the end. */
  readonly attempt: (env: Env) => Promise<Exit>;
  /** Values of DATABASE_URL that this database must refuse. */
  readonly wrongDatabaseUrls: readonly string[];
  /** Connections to its stores can be lost. */
  readonly storeIsServer: boolean;
  /** The text files that make up the project, dependencies and secrets left out. */
  readonly sources: () => Promise<readonly string[]>;
  /** Clears up what lasts longer than one server. */
  readonly close: () => Promise<void>;
}

/** Knows only an address: cases that need a process of their own are skipped, visibly. */
export interface UrlLauncher {
  readonly kind: 'url';
  readonly baseUrl: string;
}

export type Launcher = ProcessLauncher | UrlLauncher;
