import type { Operation } from '../../generators/core/apply/operation.ts';
import { remove, write } from '../unit/apply/files.ts';

/** What a test tells the child to do. */
export interface Task {
  readonly root: string;
  readonly plan: 'fresh' | 'change' | 'one' | 'sticky';
  /** Becomes this user first. */
  readonly uid?: number;
  readonly recoverOnly?: boolean;
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
const name = (index: number): string =>
  `d${String(index % 12)}/e${String(index % 3)}/f${String(index)}`;
const text = (index: number, state: 'old' | 'new'): string =>
  `${state} ${String(index)}\n`.repeat(200);

/** The project before `change`: 60 files. */
export const oldFiles: Readonly<Record<string, string>> = Object.fromEntries(
  numbers(0, 60).map((index) => [name(index), text(index, 'old')]),
);

export const plans: Readonly<Record<Task['plan'], readonly Operation[]>> = {
  fresh: numbers(0, 150).map((index) => write(name(index), text(index, 'new'))),
  change: [
    write('groundwork.json', '{}'),
    ...numbers(0, 40).map((index) => write(name(index), text(index, 'new'), text(index, 'old'))),
    ...numbers(40, 50).map((index) => remove(name(index), text(index, 'old'))),
    ...numbers(60, 160).map((index) => write(name(index), text(index, 'new'))),
  ],
  one: [write('new/x', '1'), write('b/x', '1'), write('c', '1')],
  sticky: [write('a', '1'), write('new/b', '1'), write('sticky/mine', 'new', 'old')],
};
