import { describe, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { pathOf } from '../url.ts';

const malformed: readonly string[] = [
  '',
  ' ',
  '\n',
  '{bad',
  '{',
  '[',
  '{"a":1',
  '{"a":1,}',
  '{"a":}',
  '{"a"}',
  '{,}',
  '{a:1}',
  "{'a':1}",
  '{"a":1}}',
  '{"a":1} x',
  '{}{}',
  'nul',
  'undefined',
  'NaN',
  '"abc',
  '"\\x"',
  '"\\u12"',
  '"line\nbreak"',
  '"tab\there"',
  '"nul\u0000"',
  '01',
  '+1',
  '1.',
  '.5',
  '1e',
  '0x10',
  '{"a":Infinity}',
  '{"a":1}//comment',
  '/**/{"a":1}',
  '[1 2]',
  '\u00a0{}',
  ")]}',\n{}",
];

/** "malformed JSON, empty body": 400, to POST and to PATCH. */
export function malformedBodyCases({ api, rows }: Bench, resource: Resource): void {
  describe('a malformed body', () => {
    test.for(malformed)('%j is 400', async (body) => {
      expectProblem(await api.postText(pathOf(resource), body), { status: 400 });
      const row = await rows.create(resource);
      expectProblem(await api.patchText(row.path, body), { status: 400 });
    });

    test('that is cut off anywhere is 400', async () => {
      const whole = JSON.stringify(await rows.draft(resource));
      const step = Math.max(1, Math.floor(whole.length / 40));
      for (let end = 0; end < whole.length; end += step) {
        const answer = await api.postText(pathOf(resource), whole.slice(0, end));
        expectProblem(answer, { status: 400 });
      }
    });

    test('of no length and no type is refused', async () => {
      const answer = await api.send({ method: 'POST', path: pathOf(resource) });
      expectProblem(answer, { status: [400, 415] });
    });
  });
}
