/** A row of a table: what it holds, by column. */
type Row = Readonly<Record<string, string>>;

/** Every two values that stand together in a row. */
function pairsIn(row: Row): readonly string[] {
  const cells = Object.entries(row).map((cell) => cell.join('='));
  return cells.flatMap((one, index) => cells.slice(index + 1).map((other) => `${one} ${other}`));
}

/**
 * Few of the rows, among which every two values still stand together if they do so in any row: what
 * goes wrong mostly takes no more than two. Greedy, so a little more than the fewest; the first row
 * is always among them.
 */
export function pairwise<Each extends Row>(rows: readonly Each[]): readonly Each[] {
  const missing = new Set(rows.flatMap(pairsIn));
  const gain = (row: Each): number => pairsIn(row).filter((pair) => missing.has(pair)).length;
  const chosen: Each[] = [];
  while (missing.size > 0) {
    const best = rows.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    for (const pair of pairsIn(best)) missing.delete(pair);
    chosen.push(best);
  }
  return chosen;
}
