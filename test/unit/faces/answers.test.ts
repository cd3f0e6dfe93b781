import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completeSpec } from '../../../generators/core/faces/answers.ts';
import { readAnswers } from '../../../generators/core/faces/answers-file.ts';
import { Refusal } from '../../../generators/core/refusal.ts';
import { defaultChoices } from '../spec/spec-input.ts';
import { folderWith } from '../render/folder-with.ts';

const complete = (given: Record<string, unknown>) => completeSpec({ given, suggestedName: 'shop' });

const refusalOf = async (act: () => unknown): Promise<Refusal> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was accepted');
};

const book = { name: 'book', fields: [{ name: 'title', type: 'string' }] };

describe('what nobody said', () => {
  test('is the default, the name of the folder and the example', () => {
    const { resources, ...rest } = complete({});
    expect(rest).toEqual({ name: 'shop', description: '', ...defaultChoices });
    expect(resources.map(({ name }) => name)).toEqual(['task']);
  });

  test.each([
    [{ example: false }, []],
    [{ resources: [] }, []],
    [{ resources: [book] }, ['book']],
    [{ resources: [book], example: true }, ['book', 'task']],
    [{ resources: [book], example: false }, ['book']],
  ])('%j has the resources %j', (given, names) => {
    expect(complete(given).resources.map(({ name }) => name)).toEqual(names);
  });
});

test('all faults of the answers are told together, that of the example too', async () => {
  const { faults, exitCode } = await refusalOf(() =>
    complete({ example: 'no', name: 'A B', colour: 1, resources: null }),
  );
  expect(faults.map(({ path }) => path)).toEqual(['example', 'colour', 'name', 'resources']);
  expect(exitCode).toBe(2);
});

const read = (content: string, name = 'a.json') =>
  readAnswers(join(folderWith({ [name]: content }), name));

describe('an answers file', () => {
  test('gives its keys, without what is about the file itself', async () => {
    const content = { $schema: './x.json', generator: { version: '1' }, name: 'x', example: false };
    expect(await read(JSON.stringify(content))).toEqual({ name: 'x', example: false });
  });

  test('may begin with a byte order mark', async () => {
    expect(await read('\ufeff{"name":"x"}')).toEqual({ name: 'x' });
  });

  test.each([
    ['nothing', ''],
    ['half of an object', '{\n"name":\n'],
    ['words', 'hello\nworld\u0007\u001b[31m'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"x"'],
  ])('with %s in it is refused in one line that names it', async (_, content) => {
    const { message, exitCode } = await refusalOf(() => read(content));
    expect(message).toMatch(/^--answers: .*\.$/u);
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(message).not.toMatch(/[\u0000-\u001f]/u);
    expect(exitCode).toBe(2);
  });

  test.each([['no/such.json'], ['/'], ['']])(
    'that cannot be read, %j, is refused',
    async (path) => {
      const { message, exitCode } = await refusalOf(() => readAnswers(path));
      expect(message).toContain('--answers: cannot read');
      expect(exitCode).toBe(2);
    },
  );
});
