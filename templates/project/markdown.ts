/**
 * Free text as one paragraph of Markdown that shows these very characters, in a spelling that
 * prettier leaves unchanged.
 */
export const paragraph = (text: string): string =>
  text
    .replaceAll(/ +/gu, ' ')
    .replaceAll(/[\\`*_[\]<&~|$]/gu, String.raw`\$&`)
    // What would begin a list, a quotation or a heading.
    .replace(/^[#>+\-=:]/u, String.raw`\$&`)
    .replace(/^(\d+)([.)])/u, String.raw`$1\$2`);

type Row = readonly string[];

/** Code points, as prettier counts the width of a cell (wide characters aside). */
const width = (text: string): number => [...text].length;

/** A table with its columns aligned, as prettier leaves it. */
export function table(head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => width(row[column] ?? ''))),
  );
  const line = (row: Row) =>
    `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join(' | ')} |`;
  const rule = `| ${widths.map((count) => '-'.repeat(count)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;
