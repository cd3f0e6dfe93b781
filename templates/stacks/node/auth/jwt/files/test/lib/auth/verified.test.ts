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
  const times = { known: Infinity, unknown: Infinity };
  // The shortest of several: whatever slows a machine down makes no work shorter.
  for (let round = 0; round < 5; round += 1) {
    times.known = Math.min(times.known, await timeOf(verified(user, 'wrong')));
    times.unknown = Math.min(times.unknown, await timeOf(verified(undefined, 'wrong')));
  }
  expect(times.unknown).toBeGreaterThan(times.known / 2);
});

async function timeOf(attempt: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await attempt.catch(() => {});
  return performance.now() - start;
}
