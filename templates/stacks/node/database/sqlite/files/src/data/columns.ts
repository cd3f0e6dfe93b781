/** The column types of this database, for migrations; rows are read by them. */
export const columns = {
  id: 'uuid',
  uuid: 'uuid',
  string: (length: number) => `varchar(${length})` as const,
  text: (_length: number) => 'text' as const,
  url: 'varchar(2000)',
  uniqueUrl: 'varchar(2000)',
  integer: 'integer',
  bigint: 'bigint',
  decimal: (precision: number, scale: number) => `decimal(${precision}, ${scale})` as const,
  float: 'double precision',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  json: 'json',
} as const;
