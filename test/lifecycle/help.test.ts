import { expect, test } from 'vitest';
import { dimensions } from '../../templates/choices.ts';
import { rules } from '../../templates/rules.ts';
import { commands } from '../../generators/cli/commands.ts';
import { newFlags } from '../../generators/core/faces/new-flags.ts';
import { fieldTypes } from '../../generators/core/spec/parse-field.ts';
import { jsonSchema } from '../../generators/core/spec/json-schema.ts';
import { textOf } from '../unit/shape/sources.ts';
import { emptyFolder, groundwork } from './cli.ts';

const ask = async (...words: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await groundwork(words, { cwd: emptyFolder() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

test('--version is that of the package', async () => {
  const { version } = JSON.parse(textOf('package.json')) as { readonly version: string };
  expect(await ask('--version')).toBe(`${version}\n`);
});

test.concurrent.for([[[]], [['--help']], [['help']], [['-h']]])(
  '%j lists every command and exit code',
  async ([words]) => {
    const text = await ask(...(words ?? []));
    for (const { name } of commands) expect(text).toContain(`groundwork ${name}`);
    expect(text).toContain(
      '0 done, 1 refused or failed, 2 usage, 3 conflicts or drift, 130 cancelled',
    );
  },
);

test('new --help lists every flag with its values', async () => {
  const text = await ask('new', '--help');
  for (const { name, value = '' } of newFlags) {
    expect(text).toMatch(new RegExp(`^  --(?:no-)?${name}`, 'mu'));
    expect(text).toContain(value);
  }
});

test.concurrent.for(commands.map(({ name, operands, load }) => [name, operands, load] as const))(
  '%s --help says what it is given, what it does and every flag',
  async ([name, operands, load], { expect: holds }) => {
    const text = await ask(name, '--help');
    const { flags } = await load();
    holds(text).toContain(`groundwork ${name} ${operands}`.trimEnd());
    for (const flag of flags) holds(text).toMatch(new RegExp(`^  --(?:no-)?${flag.name}`, 'mu'));
    const takesFields = name === 'resource' || name === 'field';
    for (const type of fieldTypes) holds(text.includes(`  ${type}`)).toBe(takesFields);
  },
);

test('choices lists every dimension, choice and exclusion, for people and for programs', async () => {
  const text = await ask('choices');
  for (const { id, choices } of dimensions) {
    expect(text).toContain(`(--${id})`);
    for (const { hint } of choices) expect(text).toContain(hint);
  }
  for (const { reason } of rules) expect(text).toContain(reason);
  const { dimensions: told, exclusions } = JSON.parse(await ask('choices', '--json')) as {
    readonly dimensions: unknown;
    readonly exclusions: readonly unknown[];
  };
  expect(told).toEqual(dimensions);
  expect(exclusions).toHaveLength(rules.length);
});

test('schema prints the JSON Schema', async () => {
  expect(JSON.parse(await ask('schema'))).toEqual(jsonSchema());
});
