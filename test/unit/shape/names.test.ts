import { expect, test } from 'vitest';
import { filesIn, payload, programFiles, templateCode } from './sources.ts';

const code = [...programFiles, ...templateCode, ...filesIn('scripts'), ...filesIn('test')];
const baseOf = (path: string): string => path.split('/').at(-1) ?? '';

test('no file is called utils or helpers, here or in what is generated', () => {
  const vague = /^(?:utils?|helpers?|common|misc|shared)\.[a-z.]+$/u;
  expect([...code, ...payload].filter((path) => vague.test(baseOf(path)))).toEqual([]);
});

test('only the doors of Yeoman are called index', () => {
  const doors = /^generators\/[a-z]+\/index\.ts$/u;
  const indexes = code.filter((path) => baseOf(path).startsWith('index.') && !doors.test(path));
  expect(indexes).toEqual([]);
  expect(code).not.toContain('generators/core/index.ts');
  expect(code).not.toContain('generators/cli/index.ts');
});

test('files and folders of ours are kebab-case', () => {
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/u;
  // Python imports modules by their names, which have no hyphens.
  const odd = code.filter(
    (path) => !path.endsWith('.py') && !path.split('/').every((part) => kebab.test(part)),
  );
  expect(odd).toEqual([]);
});
