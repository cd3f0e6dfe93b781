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
  const steps = migrations.toSorted().map((name) => /^\d+_(\w+)/u.exec(name)?.[1] ?? '');
  return steps.findLast((step) => about.has(step)) === removal;
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
