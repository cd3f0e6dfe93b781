import { spell } from '../spec/names.ts';
import type { Column } from '../model/table.ts';
import type { DataStep } from './data-step.ts';

const nameOf = ({ name, field, reference }: Column): string => {
  if (field !== null) return spell(field.name).snake;
  return reference === null ? name : name.replace(/_id$/u, '');
};

/** Whether the last of some migrations that are about a column takes it away. */
export function isTakenAway(
  migrations: readonly string[],
  { column, table }: { readonly column: string; readonly table: string },
): boolean {
  const removal = `remove_${column}_from_${table}`;
  const about = new Set([removal, `add_${column}_to_${table}`, `change_${column}_of_${table}`]);
  const steps = migrations.toSorted().map((name) => /(?:^|\.)\d+_(\w+)/u.exec(name)?.[1] ?? '');
  return steps.findLast((step) => about.has(step)) === removal;
}

/** `subtitle>books`, whether it is added to them or removed from them; `books` for a table. */
const subjectOf = (rest: string): string => rest.replaceAll(/_(?:to|from)_/gu, '>');

/**
 * Pairs of migrations that do the same, with none between them that undoes it.
 *
 * @param migrations their file names, the time first; or the folder, and the number
 */
export function doubledSteps(
  migrations: readonly string[],
): readonly (readonly [string, string])[] {
  const last = new Map<string, { readonly name: string; readonly makes: boolean }>();
  const doubled: (readonly [string, string])[] = [];
  for (const name of migrations.toSorted()) {
    const [, verb, rest = ''] = /(?:^|\.)\d+_(add|create|remove|drop)_(\w+)/u.exec(name) ?? [];
    if (verb === undefined) continue;
    const [subject, makes] = [subjectOf(rest), verb === 'add' || verb === 'create'];
    const before = last.get(subject);
    if (before?.makes === makes) doubled.push([before.name, name]);
    last.set(subject, { name, makes });
    if (verb !== 'drop') continue;
    for (const column of last.keys()) if (column.endsWith(`>${subject}`)) last.delete(column);
  }
  return doubled;
}

/** `add_subtitle_to_books`: what is done, to what, where. Names its file, behind the time. */
export function nameOfStep(step: DataStep): string {
  if (step.kind === 'once') return /([a-z_]+)\.[^/]+$/u.exec(step.template)?.[1] ?? '';
  if (step.kind !== 'alter') return `${step.kind}_${step.table.name}`;
  const { was, is, after } = step;
  if (is === undefined) return `remove_${was === undefined ? '' : nameOf(was)}_from_${after.name}`;
  return was === undefined
    ? `add_${nameOf(is)}_to_${after.name}`
    : `change_${nameOf(is)}_of_${after.name}`;
}
