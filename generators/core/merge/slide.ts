/** A text whose changed lines are marked. */
export interface Marked {
  /** Lines as numbers, equal ones alike. */
  readonly ids: Int32Array;
  readonly marks: Uint8Array;
}

/** The changed lines, if any, between two that are common: the end is exclusive. */
interface Group {
  start: number;
  end: number;
}

function firstGroup({ marks }: Marked): Group {
  const group = { start: 0, end: 0 };
  while (marks[group.end] === 1) group.end += 1;
  return group;
}

function next({ marks }: Marked, group: Group): boolean {
  if (group.end === marks.length) return false;
  group.start = group.end + 1;
  group.end = group.start;
  while (marks[group.end] === 1) group.end += 1;
  return true;
}

function previous({ marks }: Marked, group: Group): void {
  group.end = group.start - 1;
  group.start = group.end;
  while (marks[group.start - 1] === 1) group.start -= 1;
}

/** Moves a group one line down, where its text stays the same, and joins it to one that it meets. */
function slideDown({ ids, marks }: Marked, group: Group): boolean {
  if (group.end === ids.length || ids[group.start] !== ids[group.end]) return false;
  marks[group.start] = 0;
  marks[group.end] = 1;
  group.start += 1;
  group.end += 1;
  while (marks[group.end] === 1) group.end += 1;
  return true;
}

function slideUp({ ids, marks }: Marked, group: Group): boolean {
  if (group.start === 0 || ids[group.start - 1] !== ids[group.end - 1]) return false;
  group.start -= 1;
  group.end -= 1;
  marks[group.start] = 1;
  marks[group.end] = 0;
  while (marks[group.start - 1] === 1) group.start -= 1;
  return true;
}

const isEmpty = ({ start, end }: Group): boolean => start === end;

/** Slides one group; `across` is the group of the other text at the same place, and moves along. */
function settle(text: Marked, group: Group, other: Marked, across: Group): void {
  let size: number;
  let first: number;
  let meets: boolean;
  do {
    size = group.end - group.start;
    while (slideUp(text, group)) previous(other, across);
    first = group.end;
    meets = !isEmpty(across);
    while (slideDown(text, group)) {
      next(other, across);
      meets ||= !isEmpty(across);
    }
  } while (size !== group.end - group.start);
  if (group.end === first || !meets) return;
  while (isEmpty(across)) {
    slideUp(text, group);
    previous(other, across);
  }
}

/**
 * Where a change may stand at several places because its lines repeat, it goes beside a change of
 * the other text, or else as far down as it can: what is inserted after a block then ends with the
 * line that the block ended with. Git does the same.
 */
export function slideChanges(text: Marked, other: Marked): void {
  const [group, across] = [firstGroup(text), firstGroup(other)];
  do {
    if (!isEmpty(group)) settle(text, group, other, across);
    next(other, across);
  } while (next(text, group));
}
