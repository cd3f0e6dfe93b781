import { settings } from '../../spec/edit/modifiers.ts';
import { fieldTypes } from '../../spec/parse-field.ts';
import { fieldHints, manyHint, modifierHints } from './field-hints.ts';

/** What stands behind a type. */
const examples: Readonly<Record<string, string>> = {
  enum: 'enum=draft,published',
  reference: 'reference=author',
};

/** What can be said of fields, as the help shows it: left what is typed, right what it means. */
export const fieldRows: readonly (readonly [string, string])[] = [
  ...fieldTypes.map((type) => [examples[type] ?? type, fieldHints[type]] as const),
  ['ref=author', 'short for reference=author'],
  ['tags:many=tag', manyHint],
];

const isSetting = (word: string): boolean => settings.some((setting) => setting === word);

export const modifierRows: readonly (readonly [string, string])[] = Object.entries(
  modifierHints,
).map(([word, hint]) => [isSetting(word) ? `${word}=` : word, hint]);
