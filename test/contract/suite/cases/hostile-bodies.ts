import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';
import { pathOf } from '../url.ts';

/** Every character of the text as a \u escape: the same name, spelled so that a filter misses it. */
const escaped = (text: string): string =>
  [...text].map((c) => String.raw`\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const objects = (levels: number): string => `${'{"nosuch":'.repeat(levels)}1${'}'.repeat(levels)}`;

const protos = [
  '__proto__',
  escaped('__proto__'),
  String.raw`\u005f_proto__`,
  String.raw`__prot\u006F__`,
];

/** What a pattern may try again from each of its places. */
const endless = [
  { what: 'quotes behind brackets', begin: nested(65), unit: '"' },
  { what: 'escaped quotes behind brackets', begin: `${nested(65)}"`, unit: String.raw`\"` },
  { what: 'backslashes', begin: '"', unit: String.raw`\\` },
  { what: 'brackets in a text', begin: '{"a":"', unit: '{' },
  { what: 'white space', begin: '{"a":', unit: ' ' },
  { what: 'digits', begin: '{"a":', unit: '1' },
] as const;

/** Keys that one reader sees and another does not, and nesting that eats the stack. */
export function hostileBodyCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const [field] = resource.fields;
  const property = field ? propertyOf(field) : 'id';
  /** A body that is right but for what stands in front. */
  const with_ = async (front: string): Promise<string> =>
    `{${front},${JSON.stringify(await rows.draft(resource)).slice(1)}`;

  describe('a hostile body', () => {
    test.for(protos)('with the key %s is 400', async (key) => {
      for (const value of ['{"a":1}', 'null', '1']) {
        const body = await with_(`"${key}":${value}`);
        expectProblem(await api.postText(path, body), { status: 400 });
      }
      const row = await rows.create(resource);
      expectProblem(await api.patchText(row.path, `{"${key}":{}}`), { status: 400 });
    });

    test.for([property, escaped(property)])('that repeats a key as %s is 400', async (again) => {
      const draft = await rows.draft(resource);
      const value = JSON.stringify(draft[property]);
      expectProblem(await api.postText(path, await with_(`"${again}":${value}`)), { status: 400 });
      const row = await rows.create(resource);
      const twice = `{"${property}":${value},"${again}":${value}}`;
      expectProblem(await api.patchText(row.path, twice), { status: 400 });
    });

    test('with white space around it is taken', async () => {
      const body = JSON.stringify(await rows.draft(resource), null, 4);
      const answer = await api.postText(path, ` \t\r\n${body}\r\n `);
      expect(answer.status, exchange(answer)).toBe(201);
    });

    test('with every key and text escaped is taken', async () => {
      const draft = await rows.draft(resource);
      const body = JSON.stringify(draft).replaceAll(
        /"([^"\\]*)"/gu,
        (_, s: string) => `"${escaped(s)}"`,
      );
      const answer = await api.postText(path, body);
      expect(answer.status, exchange(answer)).toBe(201);
      expect(JSON.parse(answer.text)).toMatchObject(draft);
    });

    // Arrays alone: their one other fault (no object) is 422, so 64 levels must reach that answer.
    test('of 64 levels is read; 65 and more are 400', async () => {
      expectProblem(await api.postText(path, nested(64)), { status: 422, pointers: [''] });
      for (const levels of [65, 66, 1000, 100_000]) {
        expectProblem(await api.postText(path, nested(levels)), { status: 400 });
      }
      const unknown = { ...(await rows.draft(resource)), nosuch: JSON.parse(objects(63)) };
      expectProblem(await api.post(path, unknown), { status: 422, pointers: ['/nosuch'] });
      for (const levels of [65, 10_000]) {
        expectProblem(await api.postText(path, objects(levels)), { status: 400 });
      }
      expectProblem(await api.postText(path, '['.repeat(100_000)), { status: 400 });
    });

    test.for(endless)('of $what without end is 400 at once', async ({ begin, unit }) => {
      const began = performance.now();
      const body = begin + unit.repeat(100_000);
      expectProblem(await api.postText(path, body), { status: 400 });
      expect(performance.now() - began).toBeLessThan(5000);
    });

    test('in another encoding, or in broken UTF-8, is refused', async () => {
      const text = JSON.stringify(await rows.draft(resource));
      const bodies = [
        Buffer.from(text, 'utf16le'),
        Buffer.from(`\ufeff${text}`, 'utf16le'),
        ...[[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82]].map((bytes) =>
          Buffer.concat([
            Buffer.from('{"a":"'),
            Buffer.from(bytes),
            Buffer.from(`",${text.slice(1)}`),
          ]),
        ),
      ];
      for (const body of bodies) {
        const answer = await api.postText(path, body);
        expectProblem(answer, { status: [400, 415] });
      }
      // RFC 8259 lets a reader refuse a byte order mark, or skip it.
      const marked = await api.postText(path, `\ufeff${text}`);
      expect([201, 400, 415], exchange(marked)).toContain(marked.status);
    });
  });
}
