import { diff } from '../../merge/diff.ts';
import type { Hunk } from '../../merge/diff.ts';

/** A text on one side of a comparison; `undefined` where there is no such file. */
export interface Side {
  readonly text: string;
  readonly mode: number;
}

const around = 3;

interface Lines {
  readonly lines: readonly string[];
  /** Whether the last line ends like the others. */
  readonly isEnded: boolean;
}

function linesOf(text: string): Lines {
  const lines = text.split('\n');
  const isEnded = lines.at(-1) === '';
  return { lines: isEnded ? lines.slice(0, -1) : lines, isEnded };
}

/** What is compared: a last line that does not end is another one than the same that does. */
const told = ({ lines, isEnded }: Lines): readonly string[] =>
  lines.map((line, index) => (!isEnded && index === lines.length - 1 ? `${line}\0` : line));

/** Changes whose surroundings touch are shown as one. */
function grouped(hunks: readonly Hunk[]): readonly (readonly Hunk[])[] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && hunk.from[0] - last.from[1] <= 2 * around) {
      group.push(hunk);
    } else groups.push([hunk]);
  }
  return groups;
}

const range = (start: number, count: number): string =>
  `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;

/** A line with its sign, and what `diff` says behind one that does not end. */
const signed =
  (sign: string, { lines, isEnded }: Lines) =>
  (index: number): string => {
    const isOpen = !isEnded && index === lines.length - 1;
    return `${sign}${lines[index] ?? ''}\n${isOpen ? '\\ No newline at end of file\n' : ''}`;
  };

const indexes = (start: number, end: number): readonly number[] =>
  Array.from({ length: end - start }, (_, offset) => start + offset);

function printGroup(group: readonly Hunk[], from: Lines, to: Lines): string {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return '';
  const lead = Math.min(around, first.from[0]);
  const trail = Math.min(around, from.lines.length - last.from[1]);
  const [fromStart, toStart] = [first.from[0] - lead, first.to[0] - lead];
  const [fromEnd, toEnd] = [last.from[1] + trail, last.to[1] + trail];
  const heads = [range(fromStart, fromEnd - fromStart), range(toStart, toEnd - toStart)];
  const body: string[] = [];
  let done = fromStart;
  for (const hunk of group) {
    body.push(...indexes(done, hunk.from[0]).map(signed(' ', from)));
    body.push(...indexes(...hunk.from).map(signed('-', from)));
    body.push(...indexes(...hunk.to).map(signed('+', to)));
    done = hunk.from[1];
  }
  body.push(...indexes(done, fromEnd).map(signed(' ', from)));
  return `@@ -${heads[0]} +${heads[1]} @@\n${body.join('')}`;
}

const octal = (mode: number): string => `100${(mode & 0o111) === 0 ? '644' : '755'}`;

function headOf(path: string, before: Side | undefined, after: Side | undefined): string[] {
  const lines = [`diff --git a/${path} b/${path}`];
  if (before === undefined && after !== undefined) lines.push(`new file mode ${octal(after.mode)}`);
  else if (before !== undefined && after === undefined) {
    lines.push(`deleted file mode ${octal(before.mode)}`);
  } else if (before !== undefined && after !== undefined) {
    const [old, now] = [octal(before.mode), octal(after.mode)];
    if (old !== now) lines.push(`old mode ${old}`, `new mode ${now}`);
  }
  return lines;
}

/** One file as `git diff` prints it, so that `git apply` takes it; empty when nothing differs. */
export function unifiedDiff(
  path: string,
  before: Side | undefined,
  after: Side | undefined,
): string {
  if (before?.text === after?.text && before?.mode === after?.mode) return '';
  const head = headOf(path, before, after);
  const [from, to] = [linesOf(before?.text ?? ''), linesOf(after?.text ?? '')];
  const hunks = diff(told(from), told(to));
  // A line about the mode is worth telling alone; permissions of which git knows nothing are not.
  if (hunks.length === 0) return head.length === 1 ? '' : `${head.join('\n')}\n`;
  const names = [
    `--- ${before === undefined ? '/dev/null' : `a/${path}`}`,
    `+++ ${after === undefined ? '/dev/null' : `b/${path}`}`,
  ];
  const groups = grouped(hunks).map((group) => printGroup(group, from, to));
  return `${[...head, ...names].join('\n')}\n${groups.join('')}`;
}
