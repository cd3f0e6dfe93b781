import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderTemplate } from '../../../generators/core/render/ejs.ts';
import { templatesFolder } from '../../../generators/core/render/templates-folder.ts';
import { folderWith } from './folder-with.ts';

const rendered = (template: string, it: object = {}): string => {
  const folder = folderWith({ 'x.ejs': template });
  return renderTemplate(relative(templatesFolder, join(folder, 'x.ejs')), it);
};

describe('a template', () => {
  test.each([
    ['prints texts and numbers', '<%= it.a %> <%= it.b %>', { a: 'x', b: 0 }, 'x 0'],
    ['prints them as they are', '<%= it.a %>', { a: `<b a='"&'>` }, `<b a='"&'>`],
    ['prints no template in data', '<%= it.a %>', { a: '<%= 1 %>' }, '<%= 1 %>'],
    ['loops', '<% for (const x of it.l) { %><%= x %>,<% } %>', { l: ['a', 'b'] }, 'a,b,'],
    ['quotes', '<%= json(it.a) %> <%= ts(it.a) %>', { a: "it's" }, `"it's" "it's"`],
    ['prints an empty text', '[<%= it.a %>]', { a: '' }, '[]'],
    ['keeps what looks like other templates', '${{ x }} <%%= y %>', {}, '${{ x }} <%= y %>'],
  ])('%s', (_, template, it, expected) => {
    expect(rendered(template, it)).toBe(expected);
  });

  test.each([
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['true', true, 'boolean'],
    ['false', false, 'boolean'],
    ['an object', {}, 'object'],
    ['a list', [], 'object'],
  ])('never prints %s', (_, a, type) => {
    expect(() => rendered('<%= it.a %>', { a })).toThrow(`template prints ${type}`);
  });

  test.each([
    ['an unknown key', '<%= it.model.nmae %>', 'template reads unknown it.model.nmae'],
    ['an unknown name', '<%= itt.model %>', 'itt is not defined'],
    ['a bad quote', '<%= ts(it.model.list) %>', 'x.ejs'],
  ])('says in which file it met %s', (_, template, message) => {
    const act = () => rendered(template, { model: { list: [] } });
    expect(act).toThrow(message);
    expect(act).toThrow(/^templates\/.*x\.ejs: /u);
  });

  test('does not print past the check', () => {
    expect(() => rendered('<%- it.a %>', { a: 1 })).toThrow('uses <%-');
  });
});
