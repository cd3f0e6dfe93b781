import type { Statements } from '../../../../../generators/core/model/adapter.ts';
import { commonImports } from './imports.ts';

const run = (name: string, statements: Statements): string => {
  const lines = statements.map(({ text }) => text).join('\n');
  return `export async function ${name}(db: Kysely<unknown>): Promise<void> {\n${lines}\n}\n`;
};

/**
 * A migration as the migrator of Kysely wants it, with no import that it does not need.
 *
 * @param more imports of what a database has beside the folder of migrations, by name
 */
export function printMigration(
  up: Statements,
  down: Statements,
  more: Readonly<Record<string, string>>,
): string {
  const used = new Set([...up, ...down].flatMap(({ imported }) => imported));
  const imports = [
    used.has('sql')
      ? "import { type Kysely, sql } from 'kysely';"
      : "import type { Kysely } from 'kysely';",
    ...Object.entries({ ...commonImports, ...more }).flatMap(([name, line]) =>
      used.has(name) ? line : [],
    ),
  ];
  return `${imports.join('\n')}\n\n${run('up', up)}\n${run('down', down)}`;
}
