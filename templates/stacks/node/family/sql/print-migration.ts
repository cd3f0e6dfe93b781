import type { Statements } from '../../../../../generators/core/model/adapter.ts';

const run = (name: string, statements: Statements): string =>
  `export async function ${name}(db: Kysely<unknown>): Promise<void> {\n${statements.join('\n')}\n}\n`;

const common = { columns: "import { columns } from '../columns.ts';" };

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
  const body = `${run('up', up)}\n${run('down', down)}`;
  const isUsed = (name: string): boolean => new RegExp(`\\b${name}[.(<\`]`, 'u').test(body);
  const imports = [
    isUsed('sql')
      ? "import { type Kysely, sql } from 'kysely';"
      : "import type { Kysely } from 'kysely';",
    ...Object.entries({ ...common, ...more }).flatMap(([name, line]) => (isUsed(name) ? line : [])),
  ];
  return `${imports.join('\n')}\n\n${body}`;
}
