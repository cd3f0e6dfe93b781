import { Problem } from './problem.ts';

/** The database cannot do its work now: worth another try, and nothing that the caller did. */
export function unavailable(cause: unknown): Problem {
  return new Problem('unavailable', 'The database is down.', {
    headers: { 'retry-after': '5' },
    cause,
  });
}
