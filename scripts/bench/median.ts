/** The middle of some figures; of an even number, the lower one of the two. */
export function median(figures: readonly number[]): number {
  const middle = figures.toSorted((one, other) => one - other)[(figures.length - 1) >> 1];
  if (middle === undefined) throw new Error('there is nothing to take the median of');
  return middle;
}
