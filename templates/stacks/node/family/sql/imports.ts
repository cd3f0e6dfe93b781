import { imported } from '../../../../../generators/core/model/code.ts';

export const sql = imported('sql');
export const columns = imported('columns');

/** How modules of every database are imported by a migration. */
export const commonImports = { columns: "import { columns } from '../columns.ts';" };
