import { expect } from 'vitest';
import { type Answer, exchange, headerOf } from '../http/ask.ts';

const fixed = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const directives = (policy: string): readonly string[] =>
  policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '');

/** Section 5, on success and on error alike. */
export function expectSecurityHeaders(answer: Answer): void {
  const where = exchange(answer);
  for (const [name, value] of Object.entries(fixed)) {
    expect(headerOf(answer, name), `${name}: ${where}`).toBe(value);
  }
  expect(directives(headerOf(answer, 'content-security-policy')), where).toEqual([
    "default-src 'none'",
    "frame-ancestors 'none'",
  ]);
  expect(answer.headers['x-powered-by'], where).toBeUndefined();
  expect(headerOf(answer, 'server'), where).not.toMatch(/\d/u);
}
