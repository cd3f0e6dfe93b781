import { expect } from 'vitest';
import { type Answer, exchange } from '../http/ask.ts';
import { objectsAt } from '../json.ts';
import { expectProblemBody } from './problem-body.ts';

/** What a case knows of the error that it provokes. */
export interface Expected {
  /** One status, or several where the contract leaves the choice. */
  readonly status: number | readonly number[];
  /** The body's wrong places, all of them, as JSON pointers. */
  readonly pointers?: readonly string[];
  /** The wrong query parameters, all of them. */
  readonly parameters?: readonly string[];
}

const sorted = (values: Iterable<unknown>): readonly string[] =>
  [...new Set([...values].filter((value) => typeof value === 'string'))].toSorted();

/** The answer is the expected error, and names what is wrong: everything, and nothing else. */
export function expectProblem(answer: Answer, expected: Expected): void {
  const where = exchange(answer);
  expect([expected.status].flat(), where).toContain(answer.status);
  const errors = objectsAt(expectProblemBody(answer), 'errors');
  if (answer.status === 422) expect(errors.length, where).toBeGreaterThan(0);
  for (const [member, names] of [
    ['pointer', expected.pointers],
    ['parameter', expected.parameters],
  ] as const) {
    if (names === undefined) continue;
    expect(sorted(errors.map((error) => error[member])), where).toEqual(sorted(names));
  }
}

/** A member name as a JSON pointer (RFC 6901). */
export const pointerTo = (name: string): string =>
  `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
