/** The column types of this database, for migrations. Text compares by code point. */
export const columns = {
  id: 'text',
  text: 'text',
  integer: 'integer',
  bigint: 'integer',
  decimal: 'integer',
  boolean: 'integer',
  date: 'text',
  datetime: 'text',
} as const;
