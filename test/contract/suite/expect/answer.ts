import { expect } from 'vitest';
import { type Answer, exchange, headerOf } from '../http/ask.ts';
import { expectProblemBody } from './problem-body.ts';
import { expectSecurityHeaders } from './security-headers.ts';

const requestId = /^[A-Za-z0-9._-]{1,128}$/u;
const jsonType = /^application\/json(;\s*charset=utf-8)?$/iu;

function expectRequestId(answer: Answer): void {
  const given = answer.ask.headers?.['X-Request-Id'];
  const got = headerOf(answer, 'x-request-id');
  expect(got, exchange(answer)).toMatch(requestId);
  if (typeof given !== 'string') return;
  if (requestId.test(given)) expect(got).toBe(given);
  else expect(got).not.toBe(given);
}

/** What the contract says of every answer that the application makes. */
export function expectAnswer(answer: Answer): void {
  expectRequestId(answer);
  expectSecurityHeaders(answer);
  const bare = answer.ask.method === 'HEAD' || answer.status === 204 || answer.status === 304;
  if (bare) {
    expect(answer.text, exchange(answer)).toBe('');
  } else if (answer.status >= 400) {
    expectProblemBody(answer);
  } else {
    expect(headerOf(answer, 'content-type'), exchange(answer)).toMatch(jsonType);
  }
}
