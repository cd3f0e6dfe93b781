/** A whole number that a type of field is told, and what it is when nothing is said. */
export interface Limit {
  readonly least: number;
  readonly most: number;
  readonly standard: number;
}

type Limits = Readonly<Record<string, Limit>>;

/**
 * What the types of fields are told in numbers. They are the same for every database: an index of
 * MySQL or PostgreSQL holds 255 characters of four bytes, and a double holds 15 decimal digits.
 */
export const limits = {
  string: {
    minLength: { least: 1, most: 255, standard: 1 },
    maxLength: { least: 1, most: 255, standard: 200 },
  },
  text: {
    minLength: { least: 1, most: 100_000, standard: 1 },
    maxLength: { least: 1, most: 100_000, standard: 10_000 },
  },
  decimal: {
    precision: { least: 1, most: 15, standard: 15 },
    scale: { least: 0, most: 15, standard: 2 },
  },
} as const satisfies Readonly<Record<string, Limits>>;

/** How many fields a resource has at most, and how many values an enum. */
export const mostFields = 50;
export const mostEnumValues = 50;

/** How many values the bounds of a unique field leave it at least: a table of fewer rows is soon full. */
export const fewestUniqueValues = 20;
