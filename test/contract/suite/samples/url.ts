import { byCodePoint, notText, type Samples } from './samples.ts';

const longest = 'https://example.test/'.padEnd(2000, 'x');

/** All kept as they are: what another spelling means is for the server at that address to say. */
const taken = [
  'https://example.test',
  'https://example.test/',
  'https://example.test/a',
  'https://example.test/A',
  'HTTPS://EXAMPLE.test/',
  'http://localhost:3000/',
  'http://127.0.0.1:65535',
  'http://[::1]:8080/',
  'https://user:secret@example.test/',
  'https://xn--bcher-kva.example.test/',
  'https://example.test/b%C3%BCcher?q=%20%22#%E2%82%AC',
  "https://example.test/~a/../b;c=d/!$&'()*+,@:?x[]=1&y=a/b?c#d/e?f",
  'https://example.test/%00',
];

const refused = [
  '',
  'null',
  'example.test',
  '/path',
  '//example.test/',
  'https:',
  'https:/example.test',
  'https:example.test',
  'https://',
  'https:///example.test',
  'https://?q=1',
  'https://#a',
  'https://:80/',
  'https://example.test:65536/',
  'https://example.test:port/',
  'https://[::1/',
  'https://999.1.1.1/',
  'ftp://example.test/',
  'ws://example.test/',
  'file:///etc/passwd',
  'mailto:a@example.test',
  'javascript:alert(1)',
  'data:text/html,x',
  'httpss://example.test',
  'https://exa mple.test/',
  'https://example.test/a b',
  String.raw`https:\\example.test\a`,
  String.raw`https://example.test\a`,
  'https://example.test/"',
  'https://example.test/<b>',
  'https://example.test/{a}|^`',
  'https://example.test/%',
  'https://example.test/%4',
  'https://example.test/%zz',
  'https://b\u00fccher.example.test/',
  'https://example.test/\u00e9',
  'https://example.test/\u{1F600}',
  'https://example.test/\ud800',
  'https://example.test/a\u0000',
  'https://example.test/a\tb',
  'https://example.test/\n',
  ' https://example.test/',
  'https://example.test/ ',
  '\u00a0https://example.test/',
];

export function urlSamples(): Samples {
  return {
    valid: [
      ...taken.map((value) => ({ name: value, value })),
      { name: '2,000 characters', value: longest },
    ],
    invalid: [
      ...notText,
      { name: '2,001 characters', value: `${longest}x` },
      ...refused.map((value) => ({ name: JSON.stringify(value), value, beyondSchema: true })),
    ],
    invalidText: ['', 'example.test', 'ftp://example.test/', 'https://example.test/a b'],
    fresh: (n) => `https://example.test/${n}?a=%20&b#c`,
    compare: byCodePoint,
  };
}
