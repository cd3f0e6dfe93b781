import type { FieldType } from '../field.ts';

/** What can be said of a field behind its type, with `=` and a value or without. */
export const switches = ['optional', 'unique', 'index'] as const;
export const settings = [
  'default',
  'min',
  'max',
  'precision',
  'scale',
  'ondelete',
  // What rows get that are there already; of the data, not of the field.
  'fill',
] as const;

export type Switch = (typeof switches)[number];
export type Setting = (typeof settings)[number];

const isText = (type: FieldType): boolean => type === 'string' || type === 'text';

/** The key of the spec under which a modifier is kept; other than its name where texts have lengths. */
export function keyOf(setting: Setting, type: FieldType): string {
  if (setting === 'ondelete') return 'onDelete';
  if (setting === 'min' || setting === 'max') return isText(type) ? `${setting}Length` : setting;
  return setting;
}

const actions: Readonly<Record<string, string>> = { setnull: 'setNull' };

const asNumber = (text: string): number | string =>
  /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(text) ? Number(text) : text;

const asFlag = (text: string): boolean | string =>
  text === 'true' || text === 'false' ? text === 'true' : text;

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** A value in the type's own notation; what is none stays a text, which the validator refuses. */
export function readValue(text: string, type: FieldType): unknown {
  if (type === 'integer' || type === 'float') return asNumber(text);
  if (type === 'boolean') return asFlag(text);
  return type === 'json' ? asJson(text) : text;
}

/** What a setting is worth in the spec. */
export function readSetting(setting: Setting, text: string, type: FieldType): unknown {
  if (setting === 'ondelete') return actions[text.toLowerCase()] ?? text;
  if (setting === 'precision' || setting === 'scale') return asNumber(text);
  const isLength = (setting === 'min' || setting === 'max') && isText(type);
  return isLength ? asNumber(text) : readValue(text, type);
}

/** The way back: how a value of the spec is typed. */
export const printSetting = (setting: Setting, value: unknown): string => {
  if (setting === 'ondelete') return String(value).toLowerCase();
  return typeof value === 'string' ? value : JSON.stringify(value);
};
