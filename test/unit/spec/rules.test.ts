import { describe, expect, test } from 'vitest';
import { dimensions } from '../../../templates/choices.ts';
import { rules } from '../../../templates/rules.ts';
import type { Rule } from '../../../generators/core/spec/dimension.ts';
import { brokenRules, sentenceOf } from '../../../generators/core/spec/rules.ts';

const rule = (when: Rule['when']): Rule => ({ when, reason: 'no driver', instead: 'sqlite' });

const pair = rule({ stack: 'rails', database: 'cassandra' });
const triple = rule({ stack: 'rails', database: 'mysql', auth: 'jwt' });

describe('a rule', () => {
  test.each([
    ['is broken by all that it names', { stack: 'rails', database: 'cassandra' }, [pair]],
    ['does not mind the rest', { stack: 'rails', database: 'cassandra', ci: 'none' }, [pair]],
    ['is kept by one of them', { stack: 'rails', database: 'sqlite' }, []],
    ['is kept while something is not chosen yet', { stack: 'rails' }, []],
    ['may name three', { stack: 'rails', database: 'mysql', auth: 'jwt' }, [triple]],
    ['is kept by two of three', { stack: 'rails', database: 'mysql', auth: 'none' }, []],
    ['is kept by nothing', {}, []],
  ])('%s', (_, chosen, expected) => {
    expect(brokenRules(chosen, [pair, triple])).toEqual(expected);
  });

  test('is told beside every other that is broken', () => {
    const others = [rule({ stack: 'rails', auth: 'jwt' }), triple, pair];
    const chosen = { stack: 'rails', database: 'mysql', auth: 'jwt' };
    expect(brokenRules(chosen, others)).toEqual([others[0], triple]);
  });

  test('is told with its reason and with what to take instead', () => {
    expect(sentenceOf(rule({ database: 'sqlite', stack: 'rails' }))).toBe(
      'SQLite and stack=rails do not go together: no driver; take sqlite',
    );
  });
});

const known = new Map<string, readonly string[]>(
  dimensions.map(({ id, choices }) => [id, choices.map((choice) => choice.id)]),
);

/** What is wrong with the rows of a table of rules. */
const faultsOf = (among: readonly Rule[]): string[] =>
  among.flatMap(({ when, reason, instead }) => [
    ...Object.entries(when)
      .filter(([id, choice]) => known.get(id)?.includes(choice) !== true)
      .map(([id, choice]) => `${id}=${choice} does not exist`),
    ...(Object.keys(when).length < 2 ? ['a rule needs two choices at least'] : []),
    ...(reason.trim() === '' || instead.trim() === '' ? ['reason or alternative is missing'] : []),
    ...(/[.]$/u.test(reason + instead) ? ['the sentence gets its full stop elsewhere'] : []),
  ]);

test('every row of templates/rules.ts names dimensions and choices that exist', () => {
  expect(faultsOf(rules)).toEqual([]);
});

test('no row of templates/rules.ts forbids all the defaults', () => {
  const defaults = Object.fromEntries(dimensions.map(({ id, default: choice }) => [id, choice]));
  expect(brokenRules(defaults)).toEqual([]);
});

test('a row that names what does not exist would be found', () => {
  expect(faultsOf([rule({ stack: 'fastify', database: 'nope' })])).toEqual([
    'database=nope does not exist',
  ]);
});
