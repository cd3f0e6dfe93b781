import { closest, distance } from 'fastest-levenshtein';

/** The known word that a mistyped one most likely meant; `undefined` when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(word.toLowerCase(), known);
  return distance(word.toLowerCase(), best) <= Math.max(2, best.length / 3) ? best : undefined;
}

/** `unknown flag --stak; did you mean --stack?` without the first part. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  return best === undefined ? `one of: ${known.join(', ')}` : `did you mean ${best}?`;
}
