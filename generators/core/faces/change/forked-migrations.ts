import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Branches that each add to a folder count on from the same number. */
const hasTwins = (names: readonly string[]): boolean =>
  new Set(names.map(numberOf)).size < names.length;

/** Those that no other one of their folder says that it follows. */
function lastIn(root: string, folder: string, names: readonly string[]): readonly string[] {
  const texts = new Map(
    names.map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]),
  );
  return names.filter((name) => {
    const stem = name.replace(/\.\w+$/u, '');
    return ![...texts].some(
      ([other, text]) =>
        other !== name && (text.includes(`"${stem}"`) || text.includes(`'${stem}'`)),
    );
  });
}

function forksOf(root: string, known: Known, { stacks }: Cast): readonly Fork[] {
  const place = lastOf(stacks, (stack) => stack.migrations);
  if (place?.named !== 'by-number') return [];
  return [...known].flatMap(([folder, all]) => {
    const files = all.filter((name) => name.endsWith(place.extension));
    const names = hasTwins(files) ? lastIn(root, folder, files) : [];
    return names.length > 1 ? [{ folder, names }] : [];
  });
}

/**
 * What has to be known of migrations that branches brought together.
 *
 * @throws {Refusal} when one is to follow them
 */
export function notesOfForks(
  root: string,
  known: Known,
  cast: Cast,
  migrations: readonly Migration[],
): readonly string[] {
  const remedy = lastOf(cast.stacks, (stack) => stack.migrations)?.join;
  const sentences = forksOf(root, known, cast).map(({ folder, names }) => ({
    folder,
    text: `${folder} has ${names.length} last migrations, ${names.join(' and ')}: ${remedy} writes the one that joins them.`,
  }));
  const stops = sentences.filter(({ folder }) =>
    migrations.some((migration) => migration.folder === folder),
  );
  if (stops.length > 0) throw new Refusal(stops.map(({ text }) => text).join('\n'));
  return sentences.map(({ text }) => text);
}
