import { type Compilable, type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely';
import { forUpdate } from './lock.ts';
import { type Referrer, referrers } from './referrers.ts';

/** Which of the rows that refer to something may be deleted or changed along with it. */
export type Reach = (referrer: Referrer) => RawBuilder<SqlBool>;

const everything: Reach = () => sql<SqlBool>`1 = 1`;

/** How many rows are deleted at a time: a statement takes so many parameters and no more. */
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
    // Whoever deletes locks a row before those that refer to it, so that no two wait for each other.
    await sql`select id from ${sql.table(table)} where id = ${id} ${forUpdate}`.execute(
      transaction,
    );
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
  for (const referrer of referring) {
    if (referrer.onDelete === 'cascade') await removeAll(db, referrer, ids, reach);
    else await unset(db, referrer, ids, reach);
  }
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

async function removeAll(
  db: Kysely<unknown>,
  referrer: Referrer,
  ids: readonly string[],
  reach: Reach,
): Promise<void> {
  const { table, column } = referrer;
  for (;;) {
    // Locked, so that none of them refers to something else by the time that it is deleted.
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)}
      where ${sql.ref(column)} in (${sql.join(ids)}) and ${reach(referrer)}
      limit ${sql.lit(batch)} ${forUpdate}
    `.execute(db);
    if (rows.length === 0) return;
    const found = rows.map(({ id }) => id);
    await release(db, table, found, reach);
    await sql`delete from ${sql.table(table)} where id in (${sql.join(found)})`.execute(db);
  }
}

/** Whoever has read such a row must learn that it is another one now. */
async function unset(
  db: Kysely<unknown>,
  referrer: Referrer,
  ids: readonly string[],
  reach: Reach,
): Promise<void> {
  const { table, column } = referrer;
  await sql`
    update ${sql.table(table)}
    set ${sql.ref(column)} = null, version = version + 1, updated_at = ${new Date()}
    where ${sql.ref(column)} in (${sql.join(ids)}) and ${reach(referrer)}
  `.execute(db);
}
