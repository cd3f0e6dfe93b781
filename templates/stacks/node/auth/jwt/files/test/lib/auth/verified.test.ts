import { expect, test } from 'vitest';
import { hashPassword } from '../../../src/lib/auth/password-hash.ts';
import { verified } from '../../../src/lib/auth/verified.ts';

test('whose password it is comes back, for any other there is one answer', async () => {
  const user = { passwordHash: await hashPassword('seven lazy otters') };
  expect(await verified(user, 'seven lazy otters')).toBe(user);
  for (const [known, password] of [
    [user, 'wrong'],
    [undefined, 'seven lazy otters'],
  ] as const) {
    await expect(verified(known, password)).rejects.toMatchObject({
      status: 401,
      message: 'The e-mail address or the password is wrong.',
    });
  }
});

test('as much work goes into an unknown user as into a wrong password', async () => {
  const user = { passwordHash: await hashPassword('seven lazy otters') };
  const work = { known: Infinity, unknown: Infinity };
  for (let round = 0; round < 5; round += 1) {
    work.known = Math.min(work.known, await workOf(() => verified(user, 'wrong')));
    work.unknown = Math.min(work.unknown, await workOf(() => verified(undefined, 'wrong')));
  }
  expect(work.unknown).toBeGreaterThan(work.known / 2);
});

/** Of the processor: time that passes depends on what else the machine does. */
async function workOf(attempt: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await attempt().catch(() => {});
  return process.cpuUsage(start).user;
}
