import { expect, test } from 'vitest';
import { Violation } from '../../src/lib/violation.ts';

test.each([
  ['unique', ['author_id'], 409, [{ pointer: '/authorId', detail: 'is already taken' }]],
  ['reference', [], 409, undefined],
  ['range', [], 422, [{ pointer: '', detail: 'holds a value that is too long or too large' }]],
] as const)('%s becomes a problem of the caller', (rule, columns, status, errors) => {
  const cause = new Error('in words of the database');
  const problem = new Violation(rule, columns, { cause }).toProblem();
  expect(problem).toMatchObject({ status });
  expect(problem.errors).toEqual(errors);
  expect(JSON.stringify(problem.toBody('/', '1'))).not.toContain('database');
});
