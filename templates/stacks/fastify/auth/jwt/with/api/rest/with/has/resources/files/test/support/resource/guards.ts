import { expect, test } from 'vitest';
import { buildTestApp, json } from '../app.ts';
import { signedIn } from '../signed-in.ts';
import type { Resource } from './resource.ts';

/** Every operation of the resource, with a body or an id that is wrong: that is not looked at yet. */
function requests({ path }: Resource) {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  const body = json('{"malformed":');
  return {
    read: [
      { method: 'GET', url: path },
      { method: 'GET', url: `${path}?limit=wrong` },
      { method: 'GET', url: `${path}/${id}` },
      { method: 'GET', url: `${path}/malformed` },
    ],
    write: [
      { method: 'POST', url: path, ...body },
      { method: 'PATCH', url: `${path}/${id}`, ...body },
      { method: 'DELETE', url: `${path}/${id}` },
    ],
  } as const;
}

/** The name is that of the permissions. */
export function testGuards(resource: Resource, name: string): void {
  const { read, write } = requests(resource);

  test.each([...read, ...write, { method: 'HEAD', url: resource.path } as const])(
    '$method $url tells strangers nothing but 401',
    async (request) => {
      const app = await buildTestApp();
      const headers = { 'content-type': 'application/json', authorization: '' };
      const response = await app.inject({ ...request, headers });
      expect(response.statusCode).toBe(401);
      expect(response.headers['www-authenticate']).toBe('Bearer');
      expect(response.headers['cache-control']).toBe('no-store');
    },
  );

  test.each([
    [`${name}:read`, read],
    [`${name}:write`, write],
  ] as const)('without %s the answer is 403', async (permission, guarded) => {
    const nobody = await signedIn(await buildTestApp(), { roles: [] });
    for (const request of guarded) {
      const response = await nobody.inject(request);
      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({
        type: '/problems/forbidden',
        detail: expect.stringContaining(permission),
      });
    }
  });
}
