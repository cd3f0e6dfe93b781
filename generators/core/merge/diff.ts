import { slideChanges } from './slide.ts';

/** A stretch of `from` that became a stretch of `to`; ends are exclusive. */
export interface Hunk {
  readonly from: readonly [start: number, end: number];
  readonly to: readonly [start: number, end: number];
}

/** Lines as numbers, equal ones alike. */
type Ids = Int32Array;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part of both texts: `a[left..right)` and `b[top..bottom)`. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far each diagonal `x - y = k` has been followed; -1 where it has not been reached in the box. */
interface Reach {
  readonly far: Int32Array;
  /** Where the diagonal 0 stands. */
  readonly zero: number;
  readonly width: number;
  readonly height: number;
}

function reachOf(width: number, height: number): Reach {
  const zero = Math.ceil((width + height) / 2) + 1;
  return { far: new Int32Array(2 * zero + 1).fill(-1), zero, width, height };
}

/** The farthest `x` on a diagonal with one change more, or -1: one line goes, or one line comes. */
function step({ far, zero, width, height }: Reach, k: number, depth: number): number {
  if (depth === 0) return 0;
  const beside = far[zero + k - 1] ?? -1;
  const above = far[zero + k + 1] ?? -1;
  const right = beside === -1 || beside === width ? -1 : beside + 1;
  const down = above === -1 || above - k > height ? -1 : above;
  return Math.max(right, down);
}

/** One of the two ways, from the start or from the end. */
interface Way {
  readonly own: Reach;
  readonly other: Reach;
  readonly isCommon: (x: number, y: number) => boolean;
  /** From which end the diagonals are taken. */
  readonly sign: 1 | -1;
  /** Whether both ways can meet while this one is followed. */
  readonly meets: boolean;
}

/** Follows what is common from a point on. */
function follow(x: number, y: number, length: number, isCommon: (x: number, y: number) => boolean) {
  let end = x;
  while (end - x < length && isCommon(end, y + end - x)) end += 1;
  return end;
}

/**
 * A point on a shortest way through the box, found from both ends at once in linear space.
 * E. Myers, An O(ND) Difference Algorithm and Its Variations (1986), section 4b.
 */
function middle(a: Ids, b: Ids, { left, right, top, bottom }: Box): Point {
  const [width, height] = [right - left, bottom - top];
  const delta = width - height;
  const [forward, backward] = [reachOf(width, height), reachOf(width, height)];
  const { zero } = forward;
  const ahead = (x: number, y: number) => a[left + x] === b[top + y];
  const behind = (x: number, y: number) => a[right - 1 - x] === b[bottom - 1 - y];
  /** One change more on every diagonal, in git's order; the first on which both ways meet. */
  const advance = (way: Way, depth: number) => {
    const { own, other, isCommon, sign, meets } = way;
    for (let k = sign * depth; Math.abs(k) <= depth; k -= 2 * sign) {
      const from = step(own, k, depth);
      const room = Math.min(width - from, height - from + k);
      const x = from === -1 ? -1 : follow(from, from - k, room, isCommon);
      own.far[zero + k] = x;
      const met = other.far[zero + delta - k] ?? -1;
      if (meets && x !== -1 && met !== -1 && x + met >= width) return { x, y: x - k };
    }
    return undefined;
  };
  const isOdd = delta % 2 !== 0;
  const there: Way = { own: forward, other: backward, isCommon: ahead, sign: 1, meets: isOdd };
  const back: Way = { own: backward, other: forward, isCommon: behind, sign: -1, meets: !isOdd };
  for (let depth = 0; depth < zero; depth += 1) {
    const met = advance(there, depth);
    if (met !== undefined) return { x: left + met.x, y: top + met.y };
    const end = advance(back, depth);
    if (end !== undefined) return { x: right - end.x, y: bottom - end.y };
  }
  throw new Error('two texts have no way between them');
}

/** Marks what of the box is not common to both. */
function mark(a: Ids, b: Ids, box: Box, gone: Uint8Array, come: Uint8Array): void {
  let { left, right, top, bottom } = box;
  while (left < right && top < bottom && a[left] === b[top]) {
    left += 1;
    top += 1;
  }
  while (left < right && top < bottom && a[right - 1] === b[bottom - 1]) {
    right -= 1;
    bottom -= 1;
  }
  if (left === right) come.fill(1, top, bottom);
  else if (top === bottom) gone.fill(1, left, right);
  else {
    const { x, y } = middle(a, b, { left, right, top, bottom });
    mark(a, b, { left, right: x, top, bottom: y }, gone, come);
    mark(a, b, { left: x, right, top: y, bottom }, gone, come);
  }
}

function hunksOf(gone: Uint8Array, come: Uint8Array): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [0, 0];
  while (x < gone.length || y < come.length) {
    const [left, top] = [x, y];
    while (gone[x] === 1) x += 1;
    while (come[y] === 1) y += 1;
    if (x > left || y > top) hunks.push({ from: [left, x], to: [top, y] });
    else {
      x += 1;
      y += 1;
    }
  }
  return hunks;
}

/** What has to change in `from` to have `to`, in order; between two changes stands what is common. */
export function diff(from: readonly string[], to: readonly string[]): readonly Hunk[] {
  const numbers = new Map<string, number>();
  const idsOf = (lines: readonly string[]): Ids =>
    Int32Array.from(lines, (line) => {
      const id = numbers.get(line) ?? numbers.size;
      numbers.set(line, id);
      return id;
    });
  const [a, b] = [idsOf(from), idsOf(to)];
  const [gone, come] = [new Uint8Array(a.length), new Uint8Array(b.length)];
  mark(a, b, { left: 0, right: a.length, top: 0, bottom: b.length }, gone, come);
  const [before, after] = [
    { ids: a, marks: gone },
    { ids: b, marks: come },
  ];
  slideChanges(before, after);
  slideChanges(after, before);
  return hunksOf(gone, come);
}
