import type { buildTestApp } from './app.ts';
import { json } from './app.ts';

type TestApp = Awaited<ReturnType<typeof buildTestApp>>;

export const jo = { email: 'jo@example.com', name: 'Jo', password: 'seven lazy otters' };

/** Sends a body to a route of authentication, without a token. */
export function send(app: TestApp, route: string, body: object, headers: object = {}) {
  const { payload, headers: type } = json(body);
  return app.inject({
    method: 'POST',
    url: `/api/v1/auth/${route}`,
    headers: { authorization: '', ...type, ...headers },
    payload,
  });
}

export function bearer(accessToken: string) {
  return { authorization: `Bearer ${accessToken}` };
}

interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export async function logIn(app: TestApp, password = jo.password): Promise<TokenPair> {
  const response = await send(app, 'login', { email: jo.email, password });
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json();
}

/** Registers Jo and begins a session. */
export async function registerAndLogIn(app: TestApp): Promise<TokenPair> {
  const response = await send(app, 'register', jo);
  if (response.statusCode !== 201) throw new Error(response.body);
  return logIn(app);
}

export async function refresh(app: TestApp, refreshToken: string) {
  return send(app, 'refresh', { refreshToken });
}
