import { lastOf } from '../../render/render.ts';
import type { Cast } from '../../model/load.ts';
import { Refusal } from '../../refusal.ts';
import type { Known, Migration } from '../../render/migrate.ts';

/** Where two branches each brought a last migration, which only another one can follow. */
interface Fork {
  readonly folder: string;
  readonly names: readonly string[];
}

const numberOf = (name: string): number => Number.parseInt(name, 10);

function forksOf(known: Known, { stacks }: Cast): readonly Fork[] {
  if (lastOf(stacks, (stack) => stack.migrations)?.named !== 'by-number') return [];
  return [...known].flatMap(([folder, all]) => {
    const last = Math.max(...all.map(numberOf));
    const names = all.filter((name) => numberOf(name) === last);
    return names.length > 1 ? [{ folder, names }] : [];
  });
}

/**
 * What has to be known of migrations that branches brought together.
 *
 * @throws {Refusal} when one is to follow them
 */
export function notesOfForks(
  known: Known,
  cast: Cast,
  migrations: readonly Migration[],
): readonly string[] {
  const remedy = lastOf(cast.stacks, (stack) => stack.migrations)?.join;
  const sentences = forksOf(known, cast).map(({ folder, names }) => ({
    folder,
    text: `${folder} has ${names.length} last migrations, ${names.join(' and ')}: ${remedy} writes the one that joins them.`,
  }));
  const stops = sentences.filter(({ folder }) =>
    migrations.some((migration) => migration.folder === folder),
  );
  if (stops.length > 0) throw new Refusal(stops.map(({ text }) => text).join('\n'));
  return sentences.map(({ text }) => text);
}
