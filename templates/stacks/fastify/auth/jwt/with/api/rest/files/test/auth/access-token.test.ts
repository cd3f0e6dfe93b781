import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';
import { bearer } from '../support/accounts.ts';
import { testConfig } from '../support/config.ts';
import { secrets } from '../support/secrets.ts';
import { createUser } from '../support/signed-in.ts';

const { jwtIssuer: iss, jwtAudience: aud } = testConfig();
const bytes = (text: string) => new TextEncoder().encode(text);
const now = () => Math.floor(Date.now() / 1000);

function claimsOf(sub: string) {
  return { iss, aud, sub, iat: now(), exp: now() + 900, jti: 'a' };
}

/** Signed as the application does it, but for what a test changes. */
function forge({ header = {}, claims = {}, secret = secrets.JWT_SECRET }, sub: string) {
  return new SignJWT({ ...claimsOf(sub), ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
    .sign(bytes(secret));
}

function unsigned(sub: string): string {
  return new UnsecuredJWT(claimsOf(sub)).encode();
}

async function prolonged(sub: string): Promise<string> {
  const [header, , signature] = (await forge({}, sub)).split('.');
  const claims = JSON.stringify({ ...claimsOf(sub), exp: now() + 1_000_000 });
  return [header, Buffer.from(claims).toString('base64url'), signature].join('.');
}

/** Asks with a token of a user who exists. */
async function ask(tokenFor: (sub: string) => Promise<string> | string) {
  const app = await buildTestApp();
  const token = await tokenFor(await createUser(app));
  return app.inject({ url: '/api/v1/auth/me', headers: bearer(token) });
}

test('a token that is signed like one of ours is accepted', async () => {
  expect((await ask((sub) => forge({}, sub))).statusCode).toBe(200);
});

test.each<[string, Parameters<typeof forge>[0]]>([
  ['of another type', { header: { typ: 'JWT' } }],
  ['of no type', { header: { typ: undefined } }],
  ['of another algorithm', { header: { alg: 'HS512' } }],
  ['signed with another key', { secret: 'k'.repeat(43) }],
  ['signed with a placeholder', { secret: 'your-256-bit-secret-your-256-bit-secret' }],
  ['from another issuer', { claims: { iss: 'another' } }],
  ['for another audience', { claims: { aud: 'another' } }],
  ['that has expired', { claims: { exp: now() - 1 } }],
  ['that never expires', { claims: { exp: undefined } }],
  ['without an issuer', { claims: { iss: undefined } }],
  ['without an audience', { claims: { aud: undefined } }],
  ['without the time of its issue', { claims: { iat: undefined } }],
  ['without an id', { claims: { jti: undefined } }],
  ['without a user', { claims: { sub: undefined } }],
  ['of a user who is no id', { claims: { sub: { id: 1 } } }],
  ['of an unknown user', { claims: { sub: '01890a5d-ac96-774b-bcce-b302099a8057' } }],
])('a token %s is refused', async (_name, forgery) => {
  const response = await ask((sub) => forge(forgery, sub));
  expect(response.statusCode).toBe(401);
  expect(response.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
});

test.each([
  ['unsigned', unsigned],
  ['changed after it was signed', prolonged],
])('a token that is %s is refused', async (_name, tokenFor) => {
  expect((await ask(tokenFor)).statusCode).toBe(401);
});

test.each(['', 'Bearer', 'Bearer  ', 'Basic am86am8=', 'Bearer a b', 'Bearer é'])(
  'the header "%s" holds no token: 401',
  async (authorization) => {
    const app = await buildTestApp();
    const response = await app.inject({ url: '/api/v1/auth/me', headers: { authorization } });
    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer');
  },
);

test('the scheme may be written in any case', async () => {
  const app = await buildTestApp();
  const token = await forge({}, await createUser(app));
  const headers = { authorization: `bearer ${token}` };
  expect((await app.inject({ url: '/api/v1/auth/me', headers })).statusCode).toBe(200);
});

test('strangers see the health of the service and its description, and that a route is none', async () => {
  const app = await buildTestApp();
  const headers = { authorization: '' };
  const statuses = [];
  for (const url of ['/livez', '/readyz', '/openapi.json', '/api/v1/nothing', '/nothing']) {
    statuses.push((await app.inject({ url, headers })).statusCode);
  }
  expect(statuses).toEqual([200, 200, 200, 404, 404]);
  const other = await app.inject({ method: 'PUT', url: '/api/v1/auth/me', headers });
  expect(other.statusCode).toBe(405);
});
