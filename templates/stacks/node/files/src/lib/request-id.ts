import { randomUUIDv7 } from 'node:crypto';

const acceptable = /^[A-Za-z0-9._-]{1,128}$/;

/** Returns the caller's request id when it is safe to log and to send back, else a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && acceptable.test(given) ? given : randomUUIDv7();
}
