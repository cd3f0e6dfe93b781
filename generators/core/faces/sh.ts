import { relative, sep } from 'node:path';

/** A word for a POSIX shell, quoted only when it must be. */
export const sh = (word: string): string =>
  /^[A-Za-z0-9_./:=,@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The way to a folder from here, as a word that no program takes for a flag; empty for here. */
export function wayTo(root: string): string {
  const way = relative(process.cwd(), root).split(sep).join('/');
  return way.startsWith('-') ? `./${way}` : way;
}
