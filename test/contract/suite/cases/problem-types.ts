import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { parseObject, textOf } from '../json.ts';

/** "`type` is stable": whoever knows it knows the status and the title. Runs late. */
export function problemTypeCases({ answers }: Bench): void {
  describe('the type of a problem', () => {
    test('stands for one status and one title, in every answer of this run', () => {
      const meanings = new Map<string, Set<string>>();
      for (const { ask, status, text } of answers) {
        if (status < 400 || ask.method === 'HEAD') continue;
        const { type, title } = parseObject(text);
        const known = meanings.get(textOf(type)) ?? new Set();
        meanings.set(textOf(type), known.add(`${status} ${textOf(title)}`));
      }
      const doubtful = [...meanings].filter(([, meaning]) => meaning.size > 1);
      expect(doubtful).toEqual([]);
    });
  });
}
