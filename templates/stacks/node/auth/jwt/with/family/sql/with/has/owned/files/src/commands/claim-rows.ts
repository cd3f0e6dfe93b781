import { readConfig } from '../config.ts';
import { type Database, openDatabase } from '../data/database.ts';
import { email } from '../lib/fields/email.ts';
import { orExit } from '../lib/or-exit.ts';
import { createUserRepository } from '../modules/users/users.repository.ts';

type Owned = Record<string, { owner_id: string | null }>;

/** Gives rows that were there before there were users, of every table, to one of them. */
async function claimRows(database: Database, address: string): Promise<bigint> {
  const owner = await createUserRepository(database).findByEmail(address);
  if (!owner) throw new Error(`${address} has no account.`);
  const tables = await database.kysely.introspection.getTables();
  const owned = tables.filter(({ columns }) => columns.some(({ name }) => name === 'owner_id'));
  return database.kysely.transaction().execute(async (transaction) => {
    const db = transaction.withTables<Owned>();
    let claimed = 0n;
    for (const { name } of owned) {
      const update = db.updateTable(name).set({ owner_id: owner.id }).where('owner_id', 'is', null);
      claimed += (await update.executeTakeFirst()).numUpdatedRows;
    }
    return claimed;
  });
}

const config = await orExit(readConfig);
const address = await orExit(() => {
  const { data } = email.safeParse(process.argv[2]);
  if (!data) throw new Error('Usage: npm run users:claim-rows -- <e-mail address>');
  return data;
});
const database = await orExit(() => openDatabase(config), 'DATABASE_URL');
await orExit(database.check, 'DATABASE_URL');
try {
  const claimed = await orExit(() => claimRows(database, address));
  process.stdout.write(`Rows that now belong to ${address}: ${claimed}\n`);
} finally {
  await database.close();
}
