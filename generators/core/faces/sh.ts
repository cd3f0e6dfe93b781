/** A word for a POSIX shell, quoted only when it must be. */
export const sh = (word: string): string =>
  /^[A-Za-z0-9_./:=@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
