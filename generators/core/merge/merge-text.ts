import { diff } from './diff.ts';
import { mergeLines } from './merge-lines.ts';
import type { Range, Region } from './merge-lines.ts';
import { readTexts } from './text-file.ts';
import type { TextFile } from './text-file.ts';

export interface MergedText {
  readonly content: Uint8Array;
  /** Lines of the result that both changed: marked, or as ours had them. */
  readonly clashes: readonly Range[];
}

type Both = Extract<Region, { readonly kind: 'both' }>;

/** What stands in the result where both changed the same lines. */
export type Settle = (
  base: readonly string[],
  ours: readonly string[],
  next: readonly string[],
) => readonly string[] | undefined;

/** The labels of git's markers, in our words. */
const labels = { ours: 'yours', next: 'generated' } as const;

const shifted = ([start, end]: Range, by: number): Range => [start + by, end + by];

/** A clash, or lines that both sides have. */
type Part =
  | { readonly kind: 'clash'; readonly ours: Range; readonly next: Range }
  | { readonly kind: 'alike'; readonly ours: Range };

/** The parts of a region that both changed: what they made alike is no clash. */
function partsOf({ ours, next }: Both, mine: TextFile, theirs: TextFile): readonly Part[] {
  const parts: Part[] = [];
  let done = ours[0];
  for (const { from, to } of diff(mine.lines.slice(...ours), theirs.lines.slice(...next))) {
    const own = shifted(from, ours[0]);
    parts.push({ kind: 'alike', ours: [done, own[0]] });
    parts.push({ kind: 'clash', ours: own, next: shifted(to, next[0]) });
    [, done] = own;
  }
  return [...parts, { kind: 'alike', ours: [done, ours[1]] }];
}

/** Lines between two clashes that nobody would read for themselves; git's measure. */
const isGap = (lines: readonly string[]): boolean =>
  lines.length <= 3 || !lines.some((line) => /[\da-z]/iu.test(line));

/** A region that somebody knew how to bring together. */
interface Settled {
  readonly kind: 'settled';
  readonly ours: Range;
  readonly lines: readonly string[];
}

type Item = Part | Settled | Exclude<Region, Both | { readonly kind: 'common' }>;

/** Clashes that stand close together are one for whoever resolves them. */
function joined(items: readonly Item[], mine: TextFile): readonly Item[] {
  const out: Item[] = [];
  for (const item of items.filter(({ kind, ours }) => kind !== 'alike' || ours[0] < ours[1])) {
    const [before, gap] = [out.at(-2), out.at(-1)];
    if (item.kind === 'clash' && gap?.kind === 'clash') {
      out.splice(-1, 1, joinTwo(gap, item));
    } else if (
      item.kind === 'clash' &&
      gap?.kind === 'alike' &&
      before?.kind === 'clash' &&
      isGap(mine.lines.slice(...gap.ours))
    ) {
      out.splice(-2, 2, joinTwo(before, item));
    } else out.push(item);
  }
  return out;
}

type Clash = Extract<Part, { readonly kind: 'clash' }>;

const joinTwo = (a: Clash, b: Clash): Clash => ({
  kind: 'clash',
  ours: [a.ours[0], b.ours[1]],
  next: [a.next[0], b.next[1]],
});

/** The result line by line, each with its own end. */
function writer(mine: TextFile) {
  const out: string[] = [];
  const clashes: Range[] = [];
  return {
    out,
    clashes,
    ours: ([start, end]: Range): void => {
      for (let index = start; index < end; index += 1) {
        const line = mine.raw[index] ?? '';
        // What was last has no end of its own, and may not be last any more.
        const isBare = index === mine.raw.length - 1 && mine.isCrlf && !line.endsWith('\r');
        out.push(isBare ? `${line}\r` : line);
      }
    },
    /** Lines that are not the file's own end as most of its own do. */
    foreign: (lines: readonly string[]): void => {
      for (const line of lines) out.push(mine.isCrlf ? `${line}\r` : line);
    },
    clash: (write: () => void) => {
      const start = out.length;
      write();
      clashes.push([start, out.length]);
    },
  };
}

function writeMarked(write: ReturnType<typeof writer>, { ours, next }: Clash, theirs: TextFile) {
  write.foreign([`<<<<<<< ${labels.ours}`]);
  write.ours(ours);
  write.foreign(['=======']);
  write.foreign(theirs.lines.slice(...next));
  write.foreign([`>>>>>>> ${labels.next}`]);
}

function finish({ out, clashes }: ReturnType<typeof writer>, mine: TextFile): MergedText {
  // The last line has no end of its own.
  const last = out.at(-1)?.replace(/\r$/u, '') ?? '';
  const isOwn = mine.raw.at(-1) === out.at(-1);
  const text = [...out.slice(0, -1), isOwn ? (out.at(-1) ?? '') : last].join('\n');
  return { content: mine.encode(text), clashes };
}

/**
 * Brings two edits of one text together. Lines end, and the file begins, as they do in ours.
 *
 * @param marked whether conflict markers are written, rather than what ours has
 * @param settle may decide what stands where both changed the same lines
 */
export function mergeText(
  base: Uint8Array,
  ours: Uint8Array,
  next: Uint8Array,
  { marked, settle }: { readonly marked: boolean; readonly settle?: Settle },
): MergedText {
  const [was, mine, theirs] = readTexts(base, ours, next) as [TextFile, TextFile, TextFile];
  const write = writer(mine);
  const items = mergeLines(was.lines, mine.lines, theirs.lines).flatMap(
    (region): readonly Item[] => {
      if (region.kind === 'common') return [{ kind: 'alike', ours: region.ours }];
      if (region.kind !== 'both') return [region];
      const lines = settle?.(
        was.lines.slice(...region.base),
        mine.lines.slice(...region.ours),
        theirs.lines.slice(...region.next),
      );
      if (lines !== undefined) return [{ kind: 'settled', ours: region.ours, lines }];
      return partsOf(region, mine, theirs);
    },
  );
  for (const item of joined(items, mine)) {
    if (item.kind === 'settled') write.foreign(item.lines);
    else if (item.kind === 'next') write.foreign(theirs.lines.slice(...item.next));
    else if (item.kind !== 'clash') write.ours(item.ours);
    else if (!marked) write.clash(() => write.ours(item.ours));
    else write.clash(() => writeMarked(write, item, theirs));
  }
  return finish(write, mine);
}
