import { randomBytes } from 'node:crypto';
import type { Env, Launcher } from '../launcher.ts';

/** What every server of a run gets, so that the suite can sign tokens as the server does. */
export const keys = {
  JWT_SECRET: randomBytes(32).toString('base64url'),
  JWT_ISSUER: 'https://issuer.test',
  JWT_AUDIENCE: 'contract-suite',
  AUTH_RATE_LIMIT_PER_MINUTE: '1000000',
} as const;

const full = (env: Env): Env => ({ ...keys, ...env });

/** The same launcher, whose servers get the keys where a case says nothing else. */
export function withKeys(launcher: Launcher): Launcher {
  if (launcher.kind === 'url') return launcher;
  return {
    ...launcher,
    start: (env) => launcher.start(full(env)),
    seed: (env, work) => launcher.seed(full(env), work),
    attempt: (env) => launcher.attempt(full(env)),
  };
}
