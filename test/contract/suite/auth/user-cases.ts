import { describe, expect } from 'vitest';
import { type Bench, withInstance } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';
import { objectsAt, parseObject } from '../json.ts';
import { processTest } from '../process-test.ts';
import { nobody } from '../samples/reference.ts';
import { pathOf } from '../url.ts';
import { auth, bearer, freshPerson, logIn, pairIn } from './accounts.ts';
import { expectUnauthenticated } from './expect-refused.ts';

const users = '/api/v1/users';

/** Users and roles, and the first administrator. */
export function userCases(bench: Bench): void {
  const { as, accounts, spec } = bench;

  describe(users, () => {
    processTest(bench, 'is for those alone who may manage users', async () => {
      const { owner, other } = accounts();
      const body = { roles: ['admin'] };
      expectUnauthenticated(await as(undefined).get(users));
      expectUnauthenticated(await as(undefined).patch(`${users}/${owner.id}`, body));
      for (const id of [owner.id, other.id, nobody]) {
        expectProblem(await as(owner).get(users), { status: 403 });
        expectProblem(await as(owner).patch(`${users}/${id}`, body), { status: 403 });
      }
    });

    processTest(bench, 'lists users without anything secret', async () => {
      const answer = await as(accounts().admin).get(`${users}?limit=100`);
      expect(answer.status, exchange(answer)).toBe(200);
      expect(answer.text).not.toMatch(/argon2|hash|password/iu);
      const ids = objectsAt(parseObject(answer.text), 'items').map(({ id }) => id);
      expect(ids).toContain(accounts().owner.id);
    });

    processTest(bench, 'changes roles, and the next request feels it', async (launcher) => {
      await withInstance(bench, launcher, {}, async ({ running }) => {
        const { admin, other } = accounts();
        const [managing, managed] = [admin, other].map((who) => as(who, () => running.baseUrl));
        if (!managing || !managed) throw new Error('nobody to manage');
        const give = (roles: readonly string[]) =>
          managing.patch(`${users}/${other.id}`, { roles });
        const given = await give(['user', 'admin']);
        expect(given.status, exchange(given)).toBe(200);
        expect((await managed.get(users)).status).toBe(200);
        await give(['user']);
        expectProblem(await managed.get(users), { status: 403 });
        await give([]);
        for (const resource of spec.resources) {
          const path = pathOf(resource);
          expectProblem(await managed.get(path), { status: 403 });
          expectProblem(await managed.post(path, {}), { status: 403 });
          expectProblem(await managed.get(`${path}/${nobody}`), { status: 403 });
        }
      });
    });

    processTest(bench, 'refuses roles that are none, and fields beside them', async () => {
      const api = as(accounts().admin);
      const one = `${users}/${accounts().other.id}`;
      expect((await api.patch(one, { roles: ['emperor'] })).status).toBe(422);
      expect((await api.patch(one, { roles: 'admin' })).status).toBe(422);
      const more = await api.patch(one, { roles: ['user'], email: 'x@contract.test' });
      expectProblem(more, { status: 422, pointers: ['/email'] });
      expectProblem(await api.patch(`${users}/${nobody}`, { roles: [] }), { status: 404 });
      expectProblem(await api.patch(`${users}/x`, { roles: [] }), { status: 404 });
    });
  });

  describe('a one-time password', () => {
    processTest(bench, 'is good for nothing but being changed', async (launcher) => {
      await withInstance(bench, launcher, {}, async ({ running }) => {
        const api = as(undefined, () => running.baseUrl);
        const { email, password: newPassword } = freshPerson();
        const currentPassword = await running.createAdmin(email);
        const { accessToken } = await logIn(api, { email, password: currentPassword });
        const headers = bearer(accessToken);
        const paths = [...spec.resources.map((resource) => pathOf(resource)), users];
        for (const path of [...paths, '/api/v1/auth/me']) {
          expectProblem(await api.get(path, headers), { status: 403 });
        }
        const change = { currentPassword, newPassword };
        const changed = await auth(api, 'password', change, headers);
        expect(changed.status, exchange(changed)).toBe(204);
        for (const path of paths) expect((await api.get(path, headers)).status).toBe(200);
        const old = await auth(api, 'login', { email, password: currentPassword });
        expectUnauthenticated(old);
        pairIn(await auth(api, 'login', { email, password: newPassword }));
        expect(running.stdout()).not.toContain(currentPassword);
      });
    });
  });
}
