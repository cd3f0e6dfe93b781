import { describe, expect, test } from 'vitest';
import { risksOf } from '../../../generators/core/faces/change/data-risks.ts';
import { settleData } from '../../../generators/core/faces/change/settle-data.ts';
import type { Asker } from '../../../generators/core/faces/asker.ts';
import { loadCast } from '../../../generators/core/model/load.ts';
import { planData } from '../../../generators/core/render/plan-data.ts';
import { putFields, removeField } from '../../../generators/core/spec/edit/fields.ts';
import { setChoices } from '../../../generators/core/spec/edit/choices.ts';
import { removeResource } from '../../../generators/core/spec/edit/resources.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { specInput } from '../spec/spec-input.ts';
import { keyedAsker } from './keyed-asker.ts';

const title = { name: 'title', type: 'string', required: true };
const stars = { name: 'stars', type: 'integer', min: 1, max: 5 };
const shop = parseSpec(specInput({ resources: [{ name: 'book', fields: [title, stars] }] }));
const required = (changes: object): Spec =>
  putFields(shop, 'book', [{ ...stars, required: true, ...changes }]);

const risksFor = async (after: Spec) => risksOf(await planData(shop, await loadCast(after)), after);

describe('what a change asks of the data', () => {
  test.each<readonly [string, Spec, object]>([
    ['nothing', shop, { losses: [], needs: [] }],
    [
      'an optional field',
      putFields(shop, 'book', [{ name: 'a', type: 'date' }]),
      { losses: [], needs: [] },
    ],
    ['a resource that goes', removeResource(shop, 'book'), { losses: ['every book'], needs: [] }],
    [
      'a field that goes',
      removeField(shop, 'book', 'stars'),
      { losses: ['book.stars'], needs: [] },
    ],
    [
      'another type',
      putFields(shop, 'book', [{ name: 'stars', type: 'date' }]),
      { losses: ['book.stars'], needs: [] },
    ],
    ['a required field', required({}), { losses: [], needs: [{ resource: 'book' }] }],
    [
      'less room',
      putFields(shop, 'book', [{ ...title, maxLength: 20 }]),
      { losses: ['the end of each book.title of more than 20 characters'], needs: [] },
    ],
    [
      'more room',
      putFields(shop, 'book', [{ ...title, maxLength: 250 }]),
      { losses: [], needs: [] },
    ],
    [
      'another range',
      putFields(shop, 'book', [
        { ...stars, type: 'decimal', min: '1', max: '5', precision: 3, scale: 1 },
      ]),
      { losses: [expect.stringMatching(/^what book\.stars is beyond -99/u)], needs: [] },
    ],
    [
      'a few words',
      putFields(shop, 'book', [
        { name: 'title', type: 'enum', values: ['a', 'b'], required: true },
      ]),
      { losses: ['each book.title that is none of a, b'], needs: [{ resource: 'book' }] },
    ],
    ['one with a default', required({ default: 1 }), { losses: [], needs: [] }],
    [
      'no users any more',
      setChoices(shop, { auth: 'none' }),
      { losses: ['what auth=jwt keeps (Users and tokens)', 'whose each book is'], needs: [] },
    ],
    [
      'another database, which is empty',
      setChoices(removeResource(shop, 'book'), { database: 'postgresql' }),
      { losses: [], needs: [] },
    ],
  ])('%s', async (_, after, risks) => {
    await expect(risksFor(after)).resolves.toMatchObject(risks);
  });
});

const settle = async (
  after: Spec,
  told: { fills?: Record<string, unknown>; isAllowed?: boolean; asker?: Asker } = {},
) => {
  const { fills = {}, isAllowed = false, asker } = told;
  return settleData(after, await risksFor(after), {
    fills: new Map(Object.entries(fills)),
    isAllowed,
    asker,
  });
};

describe('nobody to ask', () => {
  test.each<readonly [string, Spec, object, string]>([
    [
      'a loss',
      removeField(shop, 'book', 'stars'),
      {},
      'Data would be lost: book.stars; say --allow-data-loss to drop it.',
    ],
    [
      'a need',
      required({}),
      {},
      'book.stars is required, but rows that are there have none; say what they get, groundwork field book stars:integer:min=1:max=5:fill=..., or add it as optional.',
    ],
    [
      'a value out of bounds',
      required({}),
      { 'book.stars': 9 },
      'fill= of book.stars cannot be: book.stars must not be more than max.',
    ],
    [
      'a value of another type',
      required({}),
      { 'book.stars': 'many' },
      'fill= of book.stars cannot be: book.stars must be ',
    ],
    [
      'a unique field',
      putFields(shop, 'book', [{ name: 'isbn', type: 'string', required: true, unique: true }]),
      {},
      'is unique, so rows that are there cannot all get the same; add it as optional, fill it, then say groundwork field book isbn:string:unique.',
    ],
  ])('%s is refused in one sentence', async (_, after, fills, message) => {
    await expect(settle(after, { fills: { ...fills } })).rejects.toThrow(message);
  });

  test('the last of those steps asks for nothing: each row has a value of its own by then', async () => {
    const isbn = { name: 'isbn', type: 'string', unique: true };
    const filled = putFields(shop, 'book', [isbn]);
    const after = putFields(filled, 'book', [{ ...isbn, required: true }]);
    const plan = await planData(filled, await loadCast(after));
    expect(risksOf(plan, after)).toEqual({ losses: [], needs: [] });
  });

  test('two that are unique may become the same, and that is said', async () => {
    const isbn = { name: 'isbn', type: 'string', unique: true };
    const price = { name: 'price', type: 'decimal', scale: 2, unique: true };
    const before = putFields(shop, 'book', [isbn, price]);
    const after = putFields(before, 'book', [
      { ...isbn, maxLength: 10 },
      { ...price, scale: 0 },
    ]);
    const plan = await planData(before, await loadCast(after));
    expect(risksOf(plan, after).losses).toEqual([
      'the end of each book.isbn of more than 10 characters (where two become the same, its migration fails)',
      expect.stringMatching(/ book\.price .*\(where two become the same, its migration fails\)$/u),
    ]);
  });

  test('what was said is enough', async () => {
    await expect(settle(removeField(shop, 'book', 'stars'), { isAllowed: true })).resolves.toEqual(
      new Map(),
    );
    await expect(settle(required({}), { fills: { 'book.stars': 3 } })).resolves.toEqual(
      new Map([['book.stars', 3]]),
    );
  });
});

describe('somebody to ask', () => {
  test('says what rows get, in the notation of the type', async () => {
    const { asker, asked } = keyedAsker({ 'book.stars': '3' });
    await expect(settle(required({}), { asker })).resolves.toEqual(new Map([['book.stars', 3]]));
    const [question] = asked;
    if (question?.kind !== 'text') throw new Error('no text is asked for');
    expect(question.faultOf('6')).toBe('book.stars must not be more than max.');
    expect(question.faultOf('5')).toBeUndefined();
  });

  test('agrees that data is lost, or cancels', async () => {
    const { asker } = keyedAsker({ losses: true });
    await expect(settle(removeResource(shop, 'book'), { asker })).resolves.toEqual(new Map());
    const no = keyedAsker().asker;
    await expect(settle(removeResource(shop, 'book'), { asker: no })).rejects.toMatchObject({
      exitCode: 130,
    });
  });
});
