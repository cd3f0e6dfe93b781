import type { Model } from '../../generators/core/model/model.ts';

type Row = readonly string[];

/** Code points, as prettier counts the width of a cell (wide characters aside). */
const width = (text: string): number => [...text].length;

/** A Markdown table with its columns aligned, as prettier leaves it. */
function table(head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => width(row[column] ?? ''))),
  );
  const line = (row: Row) =>
    `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join(' | ')} |`;
  const rule = `| ${widths.map((count) => '-'.repeat(count)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;

/** README.md of the generated project, from what the adapters contribute. */
export function readme({ spec, commands, variables, folders, docs }: Model): string {
  const sections = [
    ...docs.map(({ title, body }) => `## ${title}\n\n${body}`),
    `## Commands\n\n${table(
      ['Command', 'What it does'],
      commands.flatMap(({ run, does }) => (does === null ? [] : [[code(run), does]])),
    )}`,
    `## Variables\n\nThe process refuses to start when one of them is wrong, and names each.\n\n${table(
      ['Variable', 'Default', 'Meaning'],
      variables.map(({ name, default: value, comment }) => [
        code(name),
        value === null ? 'not set' : code(value),
        comment,
      ]),
    )}`,
    `## Map\n\n${table(
      ['Folder', 'What it holds'],
      folders.map(({ path, holds }) => [code(path), holds]),
    )}`,
  ];
  return [`# ${spec.name}`, spec.description, ...sections]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}
