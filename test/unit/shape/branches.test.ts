import { describe, expect, test } from 'vitest';
import { branchesOf } from './branch-tags.ts';
import { linesOf, payload, textOf } from './sources.ts';

const mostInFile = 5;
const mostInHundredLines = 3;

describe('the count', () => {
  test.each([
    ['', 0, 0],
    ['if (x) { }', 0, 0],
    ['<%= it.a %>', 0, 0],
    ['<% for (const x of it.l) { %>a<% } %>', 0, 0],
    ['<% if (it.a) { %>a<% } %>', 1, 1],
    ['<% if (it.a) { %>a<% } else { %>b<% } %>', 2, 1],
    ['<% if (it.a) { %><% if (it.b) { %>b<% } %><% } %>', 2, 2],
    ['<% if (it.a) { %><% for (const x of it.l) { %><% if (x) { %>b<% }}} %>', 2, 2],
    ['<% for (const x of it.l) { %><% if (x) { %>b<% } %><% } %>', 1, 1],
    ['<%= it.a ? 1 : 2 %>', 1, 0],
    ['<%= it.a?.b ?? 2 %>', 0, 0],
    ["<%= it.a && 'b' %>", 1, 0],
    [`<%= ts('a ? b : c && d') %>`, 0, 0],
    ['<%# if (x) { %>', 0, 0],
    ['<%% if (x) { %>', 0, 0],
    ['<%_ if (it.a) { _%>a<%_ } -%>', 1, 1],
  ])('%s', (template, tags, depth) => {
    expect(branchesOf(template)).toEqual({ tags, depth });
  });
});

const templates = payload.filter((path) => path.endsWith('.ejs'));

describe.skipIf(templates.length === 0)('templates', () => {
  const counted = templates.map((path) => ({ path, ...branchesOf(textOf(path)) }));

  test(`have at most ${mostInFile} tags that branch, one level deep`, () => {
    expect(counted.filter(({ tags, depth }) => tags > mostInFile || depth > 1)).toEqual([]);
  });

  test(`have fewer than ${mostInHundredLines} of them in 100 lines over all`, () => {
    const tags = counted.reduce((sum, each) => sum + each.tags, 0);
    const lines = templates.reduce((sum, path) => sum + linesOf(path), 0);
    expect((tags / lines) * 100).toBeLessThan(mostInHundredLines);
  });

  test('print nothing past the check', () => {
    expect(templates.filter((path) => textOf(path).includes('<%-'))).toEqual([]);
  });

  test('are templates for a reason: each has a tag', () => {
    expect(templates.filter((path) => !textOf(path).includes('<%'))).toEqual([]);
  });
});

test('what is not a template has no tag', () => {
  const plain = payload.filter((path) => !path.endsWith('.ejs'));
  expect(plain.filter((path) => /<%[=_#-]? /u.test(textOf(path)))).toEqual([]);
});
