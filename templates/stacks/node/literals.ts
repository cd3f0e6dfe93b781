import { ts } from '../../../generators/core/render/quote.ts';

/** The longest line of a Node project. */
export const lineWidth = 100;

/** A number as a literal, in groups where it is long. */
export const digits = (number: number | bigint): string => {
  const text = String(number);
  return /^-?\d{5,}$/u.test(text) ? text.replaceAll(/\B(?=(?:\d{3})+$)/gu, '_') : text;
};

/** A literal of text that has neither quotes nor backslashes: names, and values of enums. */
export const quoted = (text: string): string => `'${text}'`;

/** A literal of any value that a spec can hold. */
export const literal = (value: string | number | boolean): string => {
  if (typeof value === 'string') return ts(value);
  return typeof value === 'number' ? digits(value).replace('e+', 'e') : String(value);
};
