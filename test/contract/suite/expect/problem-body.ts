import { expect } from 'vitest';
import { type Answer, exchange, headerOf } from '../http/ask.ts';
import { isObject, type JsonObject, parseObject } from '../json.ts';

const problemType = /^application\/problem\+json(;\s*charset=utf-8)?$/iu;
const always = ['detail', 'instance', 'requestId', 'status', 'title', 'type'] as const;
/** A stack, a file, a query: what an answer must not say of its maker. */
const leak =
  /node_modules|site-packages|traceback|\.[cm]?[jt]s:\d|\.py\b|\\n\s+at |sqlite|select .+ from |no such (table|column)/iu;
const withErrors: ReadonlySet<number> = new Set([409, 422]);

function expectErrors(errors: JsonObject[string], where: string): void {
  expect(Array.isArray(errors), where).toBe(true);
  for (const error of Array.isArray(errors) ? errors : []) {
    if (!isObject(error)) throw new Error(`an error is no object: ${where}`);
    const names = Object.keys(error).toSorted((a, b) => (a < b ? -1 : 1));
    expect([['detail', 'pointer'].join(), ['detail', 'parameter'].join()], where).toContain(
      names.join(),
    );
    expect(error['detail'], where).toMatch(/\S/u);
    if ('pointer' in error) expect(error['pointer'], where).toMatch(/^(\/.*)?$/su);
    else expect(typeof error['parameter'], where).toBe('string');
  }
}

/** An answer that is an error carries exactly the members of section 4, and nothing of our own. */
export function expectProblemBody(answer: Answer): JsonObject {
  const where = exchange(answer);
  expect(headerOf(answer, 'content-type'), where).toMatch(problemType);
  const problem = parseObject(answer.text);
  const { errors, ...rest } = problem;
  expect(Object.keys(rest).toSorted(), where).toEqual(always);
  expect(problem['status'], where).toBe(answer.status);
  expect(problem['type'], where).toMatch(/^\/problems\/[a-z][a-z0-9-]*$/u);
  expect(problem['title'], where).toMatch(/\S/u);
  expect(problem['detail'], where).toMatch(/\S/u);
  expect(problem['requestId'], where).toBe(headerOf(answer, 'x-request-id'));
  expect([answer.ask.path, answer.ask.path.split('?')[0]], where).toContain(problem['instance']);
  if (errors !== undefined) {
    expect(withErrors, where).toContain(answer.status);
    expectErrors(errors, where);
  }
  expect(answer.text, where).not.toMatch(leak);
  return problem;
}
