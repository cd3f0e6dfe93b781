import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { type Answer, exchange } from '../http/ask.ts';
import { parseObject, without } from '../json.ts';
import { auth, bearer, freshPerson, logIn } from './accounts.ts';
import { expectUnauthenticated, isNoStore } from './expect-refused.ts';

const tooWeak = ['', 'short', 'k3#vQ9!xZ2p', 'passwordpassword', '123456789012', 'QWERTYUIOP123'];

const races = 10;

const isHashFree = ({ text }: Answer): boolean => !/argon2|hash|password"/iu.test(text);

/** Register, password and me. */
export function accountCases({ as, accounts }: Bench): void {
  const api = as(undefined);

  describe('POST /api/v1/auth/register', () => {
    test('answers 201 with the user, and nothing of the password', async () => {
      const person = freshPerson();
      const answer = await auth(api, 'register', { ...person, email: person.email.toUpperCase() });
      expect(answer.status, exchange(answer)).toBe(201);
      expect(isNoStore(answer)).toBe(true);
      expect(isHashFree(answer), exchange(answer)).toBe(true);
      const { email, name } = parseObject(answer.text);
      expect({ email, name }).toEqual({ email: person.email, name: person.name });
    });

    test('names an address that is taken, however it is spelled', async () => {
      const person = freshPerson();
      await auth(api, 'register', person);
      for (const email of [person.email, person.email.toUpperCase()]) {
        const answer = await auth(api, 'register', { ...freshPerson(), email });
        expectProblem(answer, { status: 409, pointers: ['/email'] });
      }
    });

    test.for([...tooWeak, 'x'.repeat(129)])('refuses the password "%s"', async (password) => {
      const answer = await auth(api, 'register', { ...freshPerson(), password });
      expectProblem(answer, { status: 422, pointers: ['/password'] });
    });

    test('takes long passwords, and every character of them counts', async () => {
      const person = { ...freshPerson(), password: `${'Wq7-'.repeat(31)}ünïx` };
      expect((await auth(api, 'register', person)).status).toBe(201);
      await logIn(api, person);
      const cut = { email: person.email, password: person.password.slice(0, 127) };
      expectUnauthenticated(await auth(api, 'login', cut));
    });

    test.for([
      ['roles', ['admin']],
      ['permissions', ['users:manage']],
      ['id', '01890000-0000-7000-8000-000000000000'],
      ['isAdmin', true],
      ['createdAt', '2020-01-01T00:00:00.000Z'],
    ] as const)('lets nobody set %s', async ([field, value]) => {
      const person = freshPerson();
      const answer = await auth(api, 'register', { ...person, [field]: value });
      expectProblem(answer, { status: 422, pointers: [`/${field}`] });
      expectUnauthenticated(await auth(api, 'login', without(person, 'name')));
    });
  });

  describe('POST /api/v1/auth/password', () => {
    test('changes it, and ends every session of the user, and of nobody else', async () => {
      const person = freshPerson();
      await auth(api, 'register', person);
      const sessions = [await logIn(api, person), await logIn(api, person)];
      const strangers = await logIn(api, accounts().other);
      const { password: newPassword } = freshPerson();
      const change = { currentPassword: person.password, newPassword };
      const answer = await auth(api, 'password', change, bearer(sessions[0]?.accessToken ?? ''));
      expect(answer.status, exchange(answer)).toBe(204);
      expect(isNoStore(answer)).toBe(true);
      for (const { refreshToken } of sessions) {
        expectUnauthenticated(await auth(api, 'refresh', { refreshToken }));
      }
      expectUnauthenticated(await auth(api, 'login', without(person, 'name')));
      await logIn(api, { ...person, password: newPassword });
      const { refreshToken } = strangers;
      expect((await auth(api, 'refresh', { refreshToken })).status).toBe(200);
    });

    test(`is changed by one of two who do so at once: ${races} times`, async () => {
      const person = freshPerson();
      await auth(api, 'register', person);
      let { password } = person;
      for (let round = 0; round < races; round += 1) {
        const { accessToken } = await logIn(api, { ...person, password });
        const wanted = [freshPerson().password, freshPerson().password];
        const answers = await Promise.all(
          wanted.map((newPassword) =>
            auth(api, 'password', { currentPassword: password, newPassword }, bearer(accessToken)),
          ),
        );
        const statuses = answers.map(({ status }) => status);
        expect(new Set(statuses), statuses.join()).toEqual(new Set([204, 401]));
        const [winner, loser] = statuses[0] === 204 ? wanted : wanted.toReversed();
        const refused = { email: person.email, password: loser ?? '' };
        expectUnauthenticated(await auth(api, 'login', refused));
        password = winner ?? '';
      }
      await logIn(api, { ...person, password });
    }, 60_000);

    test('changes nothing for a wrong password, a weak one, or a stranger', async () => {
      const person = freshPerson();
      await auth(api, 'register', person);
      const { accessToken } = await logIn(api, person);
      const { password: newPassword } = freshPerson();
      const good = { currentPassword: person.password, newPassword };
      const wrong = { ...good, currentPassword: 'not the password' };
      const told = await auth(api, 'password', wrong, bearer(accessToken));
      expectProblem(told, { status: 401 });
      expect(parseObject(told.text)['detail'], 'nobody gave an address').not.toMatch(/e-?mail/iu);
      const weak = { ...good, newPassword: 'passwordpassword' };
      const refused = await auth(api, 'password', weak, bearer(accessToken));
      expectProblem(refused, { status: 422, pointers: ['/newPassword'] });
      expectUnauthenticated(await auth(api, 'password', good));
      await logIn(api, person);
    });
  });

  describe('GET /api/v1/auth/me', () => {
    test('tells who one is, and what one may do', async () => {
      const answer = await as(accounts().owner).get('/api/v1/auth/me');
      expect(answer.status, exchange(answer)).toBe(200);
      expect(isNoStore(answer)).toBe(true);
      const me = parseObject(answer.text);
      expect(Object.keys(me).toSorted()).toEqual(['email', 'id', 'name', 'permissions', 'roles']);
      expect(me['id']).toBe(accounts().owner.id);
      expect(me['permissions']).not.toContain('users:manage');
    });
  });
}
