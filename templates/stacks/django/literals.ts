import { py } from '../../../generators/core/render/quote.ts';

/** The longest line of a Django project. */
export const lineWidth = 100;

/** A number as a literal, in groups where it is long. */
export const digits = (number: number | bigint): string => {
  const text = String(number);
  return /^-?\d{5,}$/u.test(text) ? text.replaceAll(/\B(?=(?:\d{3})+$)/gu, '_') : text;
};

/** Every line but the first moved to the right. */
export const indented = (text: string, columns: number): string =>
  text.replaceAll('\n', `\n${' '.repeat(columns)}`);

const block = (open: string, items: readonly string[], close: string): string =>
  items.length === 0
    ? open + close
    : `${open}\n${items.map((item) => `    ${indented(item, 4)},\n`).join('')}${close}`;

/** Each item stands on a line of its own, so that no name changes the layout. */
export const list = (items: readonly string[]): string => block('[', items, ']');

export const listOfTexts = (texts: readonly string[]): string => list(texts.map(py));

export const mapping = (items: readonly string[]): string => block('{', items, '}');

export const call = (name: string, items: readonly string[]): string =>
  block(`${name}(`, items, ')');
