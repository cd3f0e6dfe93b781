import { expect, test } from 'vitest';
import { url } from '../../../src/lib/fields/url.ts';

test.each([
  'https://example.com',
  'HTTP://Example.com:8080/A/./b?q=%C3%A9&r[]=1#top',
  'http://[::1]:3000/',
  'http://127.0.0.1',
  'https://user:pass@xn--bcher-kva.example/',
  `https://example.com/${'a'.repeat(1980)}`,
])('%s is one, and stays as it is', (value) => {
  expect(url.parse(value)).toBe(value);
});

test.each([
  5,
  '',
  'example.com',
  '/path',
  '//example.com',
  'ftp://example.com',
  'javascript:alert(1)',
  'http:example.com',
  'http:/example.com',
  'http://',
  'http:///example.com',
  'http://?example.com',
  'http://example.com:99999',
  'http://exa mple.com',
  'http://[example',
  String.raw`http:\\example.com`,
  String.raw`http://example.com\a`,
  'http://example.com/"',
  'http://example.com/%zz',
  'https://bücher.example',
  'https://example.com/é',
  ' https://example.com',
  'https://example.com\n',
  'https://example.com/\0',
  `https://example.com/${'a'.repeat(1981)}`,
])('%j is none', (value) => {
  expect(url.safeParse(value).success).toBe(false);
});
