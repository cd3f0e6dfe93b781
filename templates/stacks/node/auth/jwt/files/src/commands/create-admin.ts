import { randomBytes } from 'node:crypto';
import { readConfig } from '../config.ts';
import { type Database, openDatabase } from '../data/database.ts';
import { email } from '../lib/fields/email.ts';
import { orExit } from '../lib/or-exit.ts';
import { createUserRepository } from '../modules/users/users.repository.ts';
import { createUserService } from '../modules/users/users.service.ts';

/** Returns the password of the new administrator, which is stored nowhere. */
async function createAdmin(database: Database, address: string): Promise<string> {
  const users = createUserRepository(database);
  if (await users.findByEmail(address)) throw new Error(`${address} has an account already.`);
  const password = randomBytes(18).toString('base64url');
  await createUserService(users).create({
    email: address,
    name: 'Administrator',
    password,
    roles: ['admin'],
    mustChangePassword: true,
  });
  return password;
}

const config = await orExit(readConfig);
const address = await orExit(() => {
  const { data } = email.safeParse(process.argv[2]);
  if (!data) throw new Error('Usage: npm run users:create-admin -- <e-mail address>');
  return data;
});
const database = await orExit(() => openDatabase(config), 'DATABASE_URL');
await orExit(database.check, 'DATABASE_URL');
try {
  const password = await orExit(() => createAdmin(database, address));
  process.stdout.write(`One-time password of ${address}: ${password}\n`);
} finally {
  await database.close();
}
