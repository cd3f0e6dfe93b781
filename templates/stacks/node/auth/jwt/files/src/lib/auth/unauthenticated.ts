import { Problem } from '../problem.ts';

/** RFC 6750, section 3: the error is named only when there was a token. */
export function unauthenticated(detail: string, error?: 'invalid_token'): Problem {
  const challenge = error ? `Bearer error="${error}"` : 'Bearer';
  return new Problem('unauthenticated', detail, {
    headers: { 'www-authenticate': challenge, 'cache-control': 'no-store' },
  });
}
