import { type Compilable, type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely';
import { forUpdate } from './lock.ts';
import { type Referrer, referrers } from './referrers.ts';

/** Which of the rows that refer to something may be deleted or changed along with it. */
export type Reach = (referrer: Referrer) => RawBuilder<SqlBool>;

const everything: Reach = () => sql<SqlBool>`1 = 1`;

/** How many rows are taken at a time: a statement takes so many parameters and no more. */
const batch = 500;

/**
 * Deletes a row, and with it what is to go or to change when it does: all of that or nothing. What
 * lies beyond the reach keeps the row, as foreign keys do.
 */
export async function removeReferred(
  kysely: Kysely<unknown>,
  table: string,
  id: string,
  removal: Compilable,
  reach = everything,
): Promise<{ readonly numDeletedRows: bigint }> {
  const transaction = await kysely.startTransaction().execute();
  try {
    await lock(transaction, table, [id]);
    await release(transaction, table, [id], reach);
    const { numAffectedRows = 0n } = await transaction.executeQuery(removal.compile());
    // A row that is not there, or no longer the same, takes nothing along.
    await (numAffectedRows > 0n ? transaction.commit() : transaction.rollback()).execute();
    return { numDeletedRows: numAffectedRows };
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack) {
      await transaction.rollback().execute();
    }
    throw error;
  }
}

/** Whatever refers to these rows is deleted, or refers to nothing from then on. */
async function release(
  db: Kysely<unknown>,
  target: string,
  ids: readonly string[],
  reach: Reach,
): Promise<void> {
  const referring = referrers.filter((referrer) => referrer.target === target);
  for (const { table, column } of referring) {
    // Rows that refer to each other would never end.
    if (table === target) await detach(db, table, column, ids);
  }
  for (const referrer of referring) await letGo(db, referrer, ids, reach);
}

/** They are about to go, so that nobody has to learn of it. */
async function detach(
  db: Kysely<unknown>,
  table: string,
  column: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = null where id in (${sql.join(ids)})
  `.execute(db);
}

async function letGo(
  db: Kysely<unknown>,
  referrer: Referrer,
  ids: readonly string[],
  reach: Reach,
): Promise<void> {
  const { table, column, onDelete } = referrer;
  for (;;) {
    const rows = await take(db, referrer, ids, reach);
    if (rows.length === 0) return;
    if (onDelete === 'cascade') {
      await release(db, table, rows, reach);
      await sql`delete from ${sql.table(table)} where id in (${sql.join(rows)})`.execute(db);
    } else await unset(db, table, column, rows);
  }
}

/** The next rows that refer to these, so that they do until the transaction is over. */
async function take(
  db: Kysely<unknown>,
  referrer: Referrer,
  ids: readonly string[],
  reach: Reach,
): Promise<readonly string[]> {
  const table = sql.table(referrer.table);
  const refers = sql<SqlBool>`${sql.ref(referrer.column)} in (${sql.join(ids)})`;
  for (;;) {
    const found = await idsIn(
      db,
      sql`select id from ${table} where ${refers} and ${reach(referrer)} limit ${sql.lit(batch)}`,
    );
    if (found.length === 0) return found;
    await lock(db, referrer.table, found);
    // Some of them may have gone, or refer to something else by now.
    const taken = await idsIn(
      db,
      sql`select id from ${table} where id in (${sql.join(found)}) and ${refers}`,
    );
    if (taken.length > 0) return taken;
  }
}

/**
 * By id alone and in that order, what is referred to before what refers to it: where all who delete
 * do so, no two of them wait for each other.
 */
async function lock(db: Kysely<unknown>, table: string, ids: readonly string[]): Promise<void> {
  await sql`
    select id from ${sql.table(table)} where id in (${sql.join(ids)}) order by id ${forUpdate}
  `.execute(db);
}

async function idsIn(db: Kysely<unknown>, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await db.executeQuery<{ readonly id: string }>(query.compile(db));
  return rows.map(({ id }) => id);
}

/** Whoever has read such a row must learn that it is another one now. */
async function unset(
  db: Kysely<unknown>,
  table: string,
  column: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update ${sql.table(table)}
    set ${sql.ref(column)} = null, version = version + 1, updated_at = ${new Date()}
    where id in (${sql.join(ids)})
  `.execute(db);
}
