type Input = Readonly<Record<string, unknown>>;

/** One kind of change to one field, over the rows of a table. */
export interface Kind {
  readonly name: string;
  readonly before?: Input;
  readonly after?: Input;
  /** What its cells hold before, row by row, and what they must hold then; wire values. */
  readonly cells?: readonly unknown[];
  readonly expected?: readonly unknown[];
  readonly fill?: unknown;
}

export const string = { type: 'string', maxLength: 40 };
export const letters = ['alpha', 'beta', null];
export const bigint = (text: string) => ({ bigint: text });
