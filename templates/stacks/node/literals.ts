/** A number as a literal, in groups where it is long. */
export const digits = (number: number): string => {
  const text = String(number);
  return text.length > 4 ? text.replaceAll(/\B(?=(?:\d{3})+$)/gu, '_') : text;
};

/** A literal of text that has neither quotes nor backslashes: names, and values of enums. */
export const quoted = (text: string): string => `'${text}'`;
