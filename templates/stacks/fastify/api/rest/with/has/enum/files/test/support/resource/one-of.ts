/** Takes turns, so that rows of two numbers in a row differ. */
export function oneOf(values: readonly string[], number: number): string | undefined {
  return values[number % values.length];
}
