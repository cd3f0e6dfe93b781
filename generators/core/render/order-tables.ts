import type { Table } from '../model/table.ts';

/** Tables such that each comes after those that it refers to. `parseSpec` refuses cycles. */
export function inOrder(tables: readonly Table[]): readonly Table[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const done = new Set<Table>();
  const visit = (table: Table): void => {
    if (done.has(table)) return;
    for (const { reference } of table.columns) {
      const target = reference === null ? undefined : byName.get(reference.table);
      if (target !== undefined && target !== table) visit(target);
    }
    done.add(table);
  };
  for (const table of tables) visit(table);
  return [...done];
}
