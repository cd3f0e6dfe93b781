import { describe, expect, test } from 'vitest';
import { paragraph } from '../../templates/project/markdown.ts';
import { checkPaths } from '../../generators/core/apply/paths.ts';
import { completeSpec } from '../../generators/core/faces/answers.ts';
import { Refusal } from '../../generators/core/refusal.ts';
import { ts } from '../../generators/core/render/quote.ts';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { filesOf } from '../matrix/cases.ts';
import type { Files } from '../matrix/cases.ts';
import { unformatted } from '../matrix/prettier-referee.ts';
import { hostileWords } from './hostile-words.ts';

const resource = (changes: object) => ({
  resources: [
    {
      name: 'book',
      plural: 'books',
      fields: [
        { name: 'title', type: 'string', required: true },
        { name: 'kind', type: 'enum', values: ['novel'] },
      ],
      ...changes,
    },
  ],
});

/** Where a word may be put, as the answers that put it there. */
const places: Readonly<Record<string, (word: string) => Record<string, unknown>>> = {
  'as the name of the project': (name) => ({ name, example: false }),
  'as the description': (description) => ({ description, example: false }),
  'as the name of a resource': (name) => resource({ name }),
  'as a plural': (plural) => resource({ plural }),
  'as the name of a field': (name) => resource({ fields: [{ name, type: 'string' }] }),
  'as a value of an enum': (word) =>
    resource({ fields: [{ name: 'kind', type: 'enum', values: [word, 'other'] }] }),
};

/** The spec, or the one sentence that refuses it. */
function tried(given: Record<string, unknown>): Spec | string {
  try {
    return completeSpec({ given, suggestedName: 'shop' });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.exitCode).toBe(2);
    return error.message;
  }
}

async function expectSound(spec: Spec): Promise<Files> {
  const { files } = await filesOf(spec);
  checkPaths([...files.keys()]);
  expect(await unformatted(files)).toEqual([]);
  const { name, description = '' } = JSON.parse(files.get('package.json') ?? '') as Partial<Spec>;
  expect({ name, description }).toEqual({ name: spec.name, description: spec.description });
  return files;
}

test('there are 300 of them and more', () => {
  expect(new Set(hostileWords).size * Object.keys(places).length).toBeGreaterThan(300);
});

describe.each(Object.entries(places))('%s', (place, put) => {
  const outcomes = hostileWords.map((word) => ({ word, outcome: tried(put(word)) }));
  const refused = outcomes.filter(({ outcome }) => typeof outcome === 'string');
  const taken = outcomes.flatMap(({ word, outcome }) =>
    typeof outcome === 'string' ? [] : [{ word, spec: outcome }],
  );

  test('a hostile word is refused in one sentence, or', () => {
    for (const { word, outcome } of refused) {
      expect(outcome, JSON.stringify(word)).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+[.]$/u);
    }
    expect(refused.length).toBeGreaterThan(10);
  });

  test('makes a sound project', { timeout: 60_000 }, async () => {
    const described = await describedIn();
    for (const { word, spec } of taken) {
      const files = await expectSound(spec);
      if (place !== 'as the description' || word === '') continue;
      const intact = [ts(word), JSON.stringify(word), paragraph(word)];
      for (const path of described) {
        const text = files.get(path) ?? '';
        expect(
          intact.some((form) => text.includes(form)),
          `${path}: ${word}`,
        ).toBe(true);
      }
    }
    expect(taken.length).toBeGreaterThan(3);
  });
});

/** The files in which a description that needs no quoting stands. */
async function describedIn(): Promise<readonly string[]> {
  const description = 'Aplaindescription';
  const { files } = await filesOf(
    completeSpec({ given: { description, example: false }, suggestedName: 'shop' }),
  );
  return [...files].filter(([, text]) => text.includes(description)).map(([path]) => path);
}

test('a description is known to stand in the manifest and in the README at least', async () => {
  expect(await describedIn()).toEqual(expect.arrayContaining(['README.md', 'package.json']));
});

const list = (...names: readonly string[]) => ({
  resources: names.map((name, index) => ({
    name,
    plural: `plural${index}`,
    fields: [{ name: 'title', type: 'string' }],
  })),
});

test('names that differ only in case are refused', () => {
  for (const names of [
    ['taskList', 'tasklist'],
    ['aB', 'ab'],
    ['httpURL', 'httpUrl'],
  ]) {
    expect(tried(list(...names))).toMatch(/^resources\[1\]\.name collides with the resource/u);
  }
});
