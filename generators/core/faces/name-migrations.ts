import { anyDatabase, recordOf } from '../apply/migration-record.ts';
import type { Wanted } from '../merge/plan.ts';
import type { Migration } from '../render/migrate.ts';

/** `20261122093000`, one second later for each migration that comes after. */
const stamp = (first: Date, index: number): string =>
  new Date(first.getTime() + index * 1000).toISOString().replaceAll(/\D/gu, '').slice(0, 14);

const timeOf = (name: string): number => {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)_/u.exec(name) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
};

/**
 * Gives migrations the time in their file names, and each the record that the state keeps of it. They come after
 * all that are there already, also on a machine whose clock is behind the one that named those.
 *
 * @param database for which they are written
 * @param known names of the migrations that are there
 */
export function nameMigrations(
  migrations: readonly Migration[],
  database: string,
  now: Date,
  known: readonly string[] = [],
): readonly Wanted[] {
  const times = known.map(timeOf).filter((time) => !Number.isNaN(time));
  const first = new Date(Math.max(now.getTime(), ...times.map((time) => time + 1000)));
  return migrations.flatMap(({ folder, name, named, portable, content }, index) => {
    const path = `${folder}/${named === 'by-time' ? `${stamp(first, index)}_` : ''}${name}`;
    const migration = { path, content: Buffer.from(content, 'utf8'), mode: 0o644 };
    return [migration, recordOf(migration, portable ? anyDatabase : database)];
  });
}
