import type { Prepared } from './from-environment.ts';

/** Makes a back end to test when the environment names none. */
export function prepare(): Promise<Prepared> {
  return Promise.reject(
    new Error('Set GROUNDWORK_PROJECT to a built back end, or GROUNDWORK_URL to a running one.'),
  );
}
