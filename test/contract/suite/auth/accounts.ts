import { expect } from 'vitest';
import type { Bench } from '../bench.ts';
import type { Api } from '../http/api.ts';
import { type Answer, exchange } from '../http/ask.ts';
import { type JsonObject, parseObject, stringAt } from '../json.ts';
import type { ProcessLauncher } from '../launcher.ts';
import { mint } from './mint.ts';

/** Somebody who can sign in. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  /** What `Authorization` must carry. */
  readonly authorization: () => string;
}

export interface Accounts {
  readonly owner: Account;
  readonly other: Account;
  /** Nobody makes one over HTTP: there is none at a server that somebody else started. */
  readonly admin: Account | undefined;
}

let drawn = Date.now();

/** An address that nobody has, and a password that is on no list. */
export function freshPerson() {
  drawn += 1;
  return { email: `person-${drawn}@contract.test`, name: 'A person', password: `Zq${drawn}-vkw7` };
}

export const auth = (api: Api, route: string, body: JsonObject, headers = {}): Promise<Answer> =>
  api.post(`/api/v1/auth/${route}`, body, headers);

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** A pair of tokens. Fails when the answer is none. */
export function pairIn(answer: Answer) {
  expect(answer.status, exchange(answer)).toBe(200);
  const body = parseObject(answer.text);
  return {
    accessToken: stringAt(body, 'accessToken'),
    refreshToken: stringAt(body, 'refreshToken'),
  };
}

export async function logIn(api: Api, { email, password }: Pick<Account, 'email' | 'password'>) {
  return pairIn(await auth(api, 'login', { email, password }));
}

/** Registers somebody; `authorization` tells how they show who they are. */
export async function register(
  api: Api,
  authorize: (id: string, accessToken: string) => () => string,
): Promise<Account> {
  const person = freshPerson();
  const answer = await auth(api, 'register', person);
  expect(answer.status, exchange(answer)).toBe(201);
  const id = stringAt(parseObject(answer.text), 'id');
  const { accessToken } = await logIn(api, person);
  return { id, ...person, authorization: authorize(id, accessToken) };
}

const presenting = (_id: string, token: string) => () => `Bearer ${token}`;

/** At a server whose keys nobody here knows. */
export async function signUp(api: Api): Promise<Accounts> {
  const [owner, other] = [await register(api, presenting), await register(api, presenting)];
  return { owner, other, admin: undefined };
}

/** Tokens live for minutes, a run may take longer: each request gets one of its own. */
export const minting = (id: string) => () => `Bearer ${mint(id)}`;

/** Turns the one-time password that a command printed into a password. */
async function settle(api: Api, email: string, oneTime: string): Promise<Account> {
  const { password } = freshPerson();
  const { accessToken } = await logIn(api, { email, password: oneTime });
  const change = { currentPassword: oneTime, newPassword: password };
  const changed = await auth(api, 'password', change, bearer(accessToken));
  expect(changed.status, exchange(changed)).toBe(204);
  const me = await api.get('/api/v1/auth/me', bearer(accessToken));
  const id = stringAt(parseObject(me.text), 'id');
  return { id, email, password, authorization: minting(id) };
}

/** Makes users that every server of the run then knows, before any request is counted. */
export async function seedAccounts(launcher: ProcessLauncher, bench: Bench): Promise<Accounts> {
  const found: Accounts[] = [];
  await launcher.seed({}, async (running) => {
    const api = bench.as(undefined, () => running.baseUrl);
    const [owner, other] = [await register(api, minting), await register(api, minting)];
    const { email } = freshPerson();
    const admin = await settle(api, email, await running.createAdmin(email));
    found.push({ owner, other, admin });
  });
  const [accounts] = found;
  if (!accounts) throw new Error('the launcher did not seed');
  return accounts;
}
