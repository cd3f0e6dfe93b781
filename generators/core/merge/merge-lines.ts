import { diff } from './diff.ts';
import type { Hunk } from './diff.ts';

/** A stretch of lines of one text; the end is exclusive. */
export type Range = readonly [start: number, end: number];

/**
 * A stretch of a merge. `common`: all have it, as the range of ours. `ours`, `next`: only that side
 * changed it. `both`: both changed it, and not alike.
 */
export type Region =
  | { readonly kind: 'common' | 'ours'; readonly ours: Range }
  | { readonly kind: 'next'; readonly base: Range; readonly next: Range; readonly ours: Range }
  | { readonly kind: 'both'; readonly base: Range; readonly ours: Range; readonly next: Range };

const isAlike = (a: readonly string[], [start, end]: Range, b: readonly string[], at: Range) =>
  end - start === at[1] - at[0] && a.slice(start, end).every((line, i) => line === b[at[0] + i]);

/** The changes of one side, taken from the front. */
function queueOf(hunks: readonly Hunk[]) {
  let index = 0;
  let shift = 0;
  return {
    peek: () => hunks[index],
    /** Takes the next change, and says where the lines of the base that follow it stand here. */
    take: () => {
      const hunk = hunks[index];
      index += 1;
      if (hunk !== undefined) shift = hunk.to[1] - hunk.from[1];
    },
    /** Where a line of the base, between changes, stands on this side. */
    at: (line: number) => line + shift,
  };
}

/** The stretch of the base that changes of both sides touch, as one; both queues move behind it. */
function takeTouching(ours: ReturnType<typeof queueOf>, next: ReturnType<typeof queueOf>): Range {
  const start = Math.min(ours.peek()?.from[0] ?? Infinity, next.peek()?.from[0] ?? Infinity);
  let end = start;
  for (let grew = true; grew;) {
    grew = false;
    for (const queue of [ours, next]) {
      const hunk = queue.peek();
      if (hunk === undefined || hunk.from[0] > end) continue;
      end = Math.max(end, hunk.from[1]);
      queue.take();
      grew = true;
    }
  }
  return [start, end];
}

/**
 * Brings two edits of one text together. As with git, changes that touch each other are one: without
 * a line between them, nobody knows which comes first.
 */
export function mergeLines(
  base: readonly string[],
  ours: readonly string[],
  next: readonly string[],
): readonly Region[] {
  const [mine, theirs] = [queueOf(diff(base, ours)), queueOf(diff(base, next))];
  const regions: Region[] = [];
  let done = 0;
  while (mine.peek() !== undefined || theirs.peek() !== undefined) {
    const begin = Math.min(mine.peek()?.from[0] ?? Infinity, theirs.peek()?.from[0] ?? Infinity);
    const from = { mine: mine.at(begin), theirs: theirs.at(begin) };
    if (begin > done) regions.push({ kind: 'common', ours: [mine.at(done), from.mine] });
    const [start, end] = takeTouching(mine, theirs);
    const here: Range = [from.mine, mine.at(end)];
    const there: Range = [from.theirs, theirs.at(end)];
    const was: Range = [start, end];
    const isOurs = !isAlike(base, was, ours, here);
    const isNext = !isAlike(base, was, next, there);
    if (isOurs && isNext && !isAlike(ours, here, next, there)) {
      regions.push({ kind: 'both', base: was, ours: here, next: there });
    } else if (isNext && !isOurs) {
      regions.push({ kind: 'next', base: was, ours: here, next: there });
    } else regions.push({ kind: 'ours', ours: here });
    done = end;
  }
  if (done < base.length) regions.push({ kind: 'common', ours: [mine.at(done), ours.length] });
  return regions;
}
