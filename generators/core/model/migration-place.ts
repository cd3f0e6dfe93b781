/** Where migrations lie, and what tells them apart. */
export interface MigrationPlace {
  /** One for all, or with `<table>` in it, for what they are about, one for each table. */
  readonly folder: string;
  readonly extension: string;
  /** What their names begin with: the time, or a number that counts within their folder. */
  readonly named: 'by-time' | 'by-number';
  /** They are in the words of no database, and do for the next one as they stand. */
  readonly portable?: true;
  /** What to type where branches left a folder with two last ones; for those that have numbers. */
  readonly join?: string;
}

/** The folder of the migrations that are about a table. */
export const folderFor = ({ folder }: MigrationPlace, table: string): string =>
  folder.replace('<table>', table);

/** The table whose migrations lie in a folder, where each table has its own. */
export function tableIn({ folder: pattern }: MigrationPlace, folder: string): string | undefined {
  const [head = '', tail] = pattern.split('<table>');
  return tail === undefined ? undefined : folder.slice(head.length, folder.length - tail.length);
}

/** The folder of migrations that a path lies in; `undefined` for other paths. */
export function folderAround({ folder }: MigrationPlace, path: string): string | undefined {
  const [head = '', tail] = folder.split('<table>');
  if (tail === undefined) return path.startsWith(`${folder}/`) ? folder : undefined;
  const end = path.indexOf(`${tail}/`, head.length);
  const table = path.slice(head.length, end);
  const isTable = path.startsWith(head) && end > head.length && !table.includes('/');
  return isTable ? path.slice(0, end + tail.length) : undefined;
}
