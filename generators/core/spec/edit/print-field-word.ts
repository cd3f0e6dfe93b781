import type { Field, FieldType } from '../field.ts';
import { limits } from '../limits.ts';
import { quoteValue } from './cut-word.ts';
import { keyOf, printSetting, settings } from './modifiers.ts';
import type { Setting } from './modifiers.ts';

const standards: Readonly<Record<string, Readonly<Record<string, { standard: number }>>>> = limits;

const typeWord = (field: Field): string => {
  if (field.type === 'enum') return `enum=${field.values.join(',')}`;
  return field.type === 'reference' ? `ref=${field.resource}` : field.type;
};

/** What holds when nothing is said. */
const isStandard = (type: FieldType, key: string, value: unknown): boolean =>
  value === standards[type]?.[key]?.standard || (key === 'onDelete' && value === 'restrict');

function settingWord(field: Field, setting: Setting): readonly string[] {
  const key = keyOf(setting, field.type);
  const value: unknown = Reflect.get(field, key);
  if (value === undefined || value === null || isStandard(field.type, key, value)) return [];
  return [`${setting}=${quoteValue(printSetting(setting, value))}`];
}

/** What is said of a field beside its type, its keys and whether it is optional. */
export const settingWords = (field: Field): readonly string[] =>
  settings.flatMap((setting) => settingWord(field, setting));

/** The word that `readFieldWord` reads as this field. */
export function printFieldWord(field: Field, fill?: unknown): string {
  const parts = [
    field.name,
    typeWord(field),
    ...(field.required ? [] : ['optional']),
    ...(field.unique ? ['unique'] : []),
    ...(field.index ? ['index'] : []),
    ...settingWords(field),
    ...(fill === undefined ? [] : [`fill=${quoteValue(printSetting('fill', fill))}`]),
  ];
  return parts.join(':');
}
