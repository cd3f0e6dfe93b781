import { describe, expect, test } from 'vitest';
import { dimensions } from '../../../templates/choices.ts';
import { completeSpec } from '../../../generators/core/faces/answers.ts';
import { askMissing } from '../../../generators/core/faces/questions.ts';
import { keyedAsker } from './keyed-asker.ts';

const open: readonly string[] = dimensions
  .filter(({ choices }) => choices.length > 1)
  .map(({ id }) => id);

const known = (given: Record<string, unknown> = {}) => ({ given, suggestedName: 'my-api' });

describe('what is asked', () => {
  test('only dimensions with something to choose, between the texts and the example', async () => {
    const { asker, keys } = keyedAsker();
    await askMissing(known(), asker);
    expect(keys()).toEqual(['name', 'description', ...open, 'example']);
  });

  test('nothing that was given', async () => {
    const { asker, keys } = keyedAsker();
    const given = {
      name: 'x',
      description: '',
      example: false,
      ...Object.fromEntries(open.map((id) => [id, 'x'])),
    };
    expect(await askMissing(known(given), asker)).toEqual(given);
    expect(keys()).toEqual([]);
  });

  test('no example for those who bring resources', async () => {
    const { asker, keys } = keyedAsker();
    await askMissing(known({ resources: [] }), asker);
    expect(keys()).not.toContain('example');
  });

  test('the name of the folder is suggested, and what is typed is checked at once', async () => {
    const { asker, asked } = keyedAsker();
    await askMissing(known(), asker);
    const [name, description] = asked;
    expect(name).toMatchObject({ kind: 'text', initial: 'my-api' });
    if (name?.kind !== 'text' || description?.kind !== 'text') throw new Error('no text');
    expect(name.faultOf('ok')).toBeUndefined();
    expect(name.faultOf('Not ok')).toContain('lower-case');
    expect(description.faultOf('')).toBeUndefined();
    expect(description.faultOf('a\u0007')).toContain('control characters');
  });

  test('every option says what it means', async () => {
    const { asker, asked } = keyedAsker();
    await askMissing(known(), asker);
    for (const question of asked) {
      if (question.kind !== 'choice') continue;
      const dimension = dimensions.find(({ id }) => id === question.key);
      expect(
        question.options.map(({ value, label, hint }) => ({ id: value, label, hint })),
      ).toEqual(dimension?.choices.map(({ id, label, hint }) => ({ id, label, hint })));
    }
  });
});

describe('what is answered', () => {
  test('becomes the spec', async () => {
    const { asker } = keyedAsker({ name: 'shop', description: 'Sells', example: false });
    const spec = completeSpec(known(await askMissing(known(), asker)));
    expect(spec).toMatchObject({ name: 'shop', description: 'Sells', resources: [] });
  });

  test('by Enter alone is the spec of the defaults', async () => {
    const { asker } = keyedAsker();
    const spec = completeSpec(known(await askMissing(known(), asker)));
    expect(spec).toEqual(completeSpec(known()));
    expect(spec.resources.map(({ name }) => name)).toEqual(['task']);
  });
});
