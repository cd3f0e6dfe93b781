import type { Spec } from '../../../generators/core/spec/spec.ts';
import type { Account, Accounts } from './auth/accounts.ts';
import { type Api, createApi } from './http/api.ts';
import type { Answer } from './http/ask.ts';
import type { Env, Launcher, ProcessLauncher, Running } from './launcher.ts';
import { createRows, type Rows } from './rows.ts';

/** What every case works with: the instance that all stateless cases share. */
export interface Bench {
  readonly spec: Spec;
  readonly launcher: Launcher;
  readonly api: Api;
  readonly rows: Rows;
  /** Users that every server of the run knows; there are some where there is authentication. */
  readonly accounts: () => Accounts;
  /** A client as another user sees the server, or, without one, as a stranger. */
  readonly as: (account: Account | undefined, origin?: () => string) => Api;
  /** Every answer of the run, for the comparison with the OpenAPI document. */
  readonly answers: Answer[];
}

/** A server of a case's own. */
export interface Instance {
  readonly running: Running;
  readonly api: Api;
  readonly rows: Rows;
}

/** Enough for every case that does not count requests. */
export const generous: Env = { RATE_LIMIT_PER_MINUTE: '1000000' };

export function createBench(
  spec: Spec,
  launcher: Launcher,
  here: () => string,
  accounts: () => Accounts | undefined,
): Bench {
  const answers: Answer[] = [];
  const record = (answer: Answer) => answers.push(answer);
  const api = createApi(here, record, () => accounts()?.owner.authorization() ?? '');
  return {
    spec,
    launcher,
    api,
    rows: createRows(api, spec),
    answers,
    accounts: () => {
      const known = accounts();
      if (!known) throw new Error('there are no accounts: is there authentication?');
      return known;
    },
    as: (account, origin = here) => createApi(origin, record, () => account?.authorization() ?? ''),
  };
}

/** Starts a server with this environment, works with it, and ends it whatever happens. */
export async function withInstance(
  bench: Bench,
  launcher: ProcessLauncher,
  env: Env,
  work: (instance: Instance) => Promise<void>,
): Promise<void> {
  const running = await launcher.start({ ...generous, ...env });
  try {
    const owner = bench.spec.auth === 'none' ? undefined : bench.accounts().owner;
    const api = bench.as(owner, () => running.baseUrl);
    await work({ running, api, rows: createRows(api, bench.spec) });
  } finally {
    await running.stop('SIGKILL');
  }
}
