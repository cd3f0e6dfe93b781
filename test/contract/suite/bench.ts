import type { Spec } from '../../../generators/core/spec/spec.ts';
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

export function createBench(spec: Spec, launcher: Launcher, origin: () => string): Bench {
  const answers: Answer[] = [];
  const api = createApi(origin, (answer) => answers.push(answer));
  return { spec, launcher, api, rows: createRows(api, spec), answers };
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
    const api = createApi(
      () => running.baseUrl,
      (answer) => bench.answers.push(answer),
    );
    await work({ running, api, rows: createRows(api, bench.spec) });
  } finally {
    await running.stop('SIGKILL');
  }
}
