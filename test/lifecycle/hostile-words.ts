const controls = Array.from({ length: 12 }, (_, index) => `a${String.fromCharCode(index * 3)}b`);

/** What somebody may type, or a program may pass on, where a name is asked for. */
export const hostileWords: readonly string[] = [
  ['', ' ', '.', '..', '...', '-', '--', '--yes', '-rf', '~', '*', '?', '/', '\\', ':'],
  ['../evil', '../../etc/passwd', '/etc/passwd', 'C:\\evil', '\\\\host\\share', 'a/../../b'],
  ['con', 'CON', 'nul', 'aux.txt', 'lpt1', 'com9', 'prn', '.git', '.env', 'node_modules'],
  ['a"b', "a'b", 'a`b', 'a\\b', 'a\\', '"', "'", '`', '\\"', `"';--`, '</script>', '<b>x</b>'],
  ['<% 1 %>', '<%= 1 %>', '<%- 1 %>', '%>', '{{ x }}', '{% x %}', '${x}', '#{x}', '<?php ?>'],
  ['$(id)', '`id`', '; id', '| id', '&& id', '> /tmp/x', '$HOME', '$IFS', '!!', '%PATH%'],
  ["'; drop table tasks; --", "' or '1'='1", '1; select 1', '--', '/* x */', 'a -- b'],
  ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON'],
  ['null', 'undefined', 'true', 'NaN', '0', '-1', '1e999', '[object Object]', 'class', 'new'],
  ['📚', 'a📚', '👨‍👩‍👧', 'é', 'e\u0301', 'ﬁ', 'ß', 'İ', 'ı', '日本', 'Ω', 'ٱ', '\u202egnp.exe'],
  ['a\u200bb', '\ufeffa', 'a\u00a0b', 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\ufffdb', '\u007f'],
  ['\ud800', 'a\udc00b', '\udfff\ud800', 'a\nb', 'a\r\nb', 'a\tb', '\u001b[31mred', '\u0007'],
  ['a'.repeat(31), 'a'.repeat(300), 'A'.repeat(300), '📚'.repeat(300), 'a '.repeat(150)],
  ['# title', '- item', '1. item', '---', '> quote', '[a](b)', '![a](b)', '| a | b |', '***'],
  ['a: b', 'a: [b', '- {a', '&a', '*a', '@a', 'key: |', '%s %d', '\\n', '\\u0000', '\\x00'],
  ['http://x.y', 'javascript:alert(1)', 'a@b.c', 'a,b', 'a;b', 'a=b', 'A', 'aB', 'ab', 'AB'],
  controls,
].flat();
