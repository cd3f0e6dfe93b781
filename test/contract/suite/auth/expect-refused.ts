import { expect } from 'vitest';
import { expectProblem } from '../expect/problem.ts';
import { type Answer, exchange, headerOf } from '../http/ask.ts';

/** 401, with what RFC 6750 asks for, and kept by no cache. */
export function expectUnauthenticated(answer: Answer): void {
  expectProblem(answer, { status: 401 });
  expect(headerOf(answer, 'www-authenticate'), exchange(answer)).toMatch(/^Bearer\b/u);
  expect(headerOf(answer, 'cache-control'), exchange(answer)).toContain('no-store');
}

/** 429, with the time to wait. */
export function expectLimited(answer: Answer): void {
  expectProblem(answer, { status: 429 });
  expect(headerOf(answer, 'retry-after'), exchange(answer)).toMatch(/^[1-9]\d?$/u);
}

export const isNoStore = (answer: Answer): boolean =>
  headerOf(answer, 'cache-control').includes('no-store');
