import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange, headerOf } from '../http/ask.ts';
import { nobody } from '../samples/reference.ts';
import { pathOf } from '../url.ts';

/** Every path that the contract documents, with its methods. */
export const routesOf = (
  spec: Bench['spec'],
): readonly (readonly [string, readonly string[]])[] => [
  ['/livez', ['GET']],
  ['/readyz', ['GET']],
  ['/openapi.json', ['GET']],
  ...spec.resources.flatMap((resource) => [
    [pathOf(resource), ['GET', 'POST']] as const,
    [`${pathOf(resource)}/${nobody}`, ['GET', 'PATCH', 'DELETE']] as const,
  ]),
];

const json = { 'Content-Type': 'application/json' };
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK'];
const unknown = ['/', '/api', '/api/v1', '/api/v1/', '/api/v1/nosuch', '/nosuch', '/favicon.ico'];
const more = ['/api/v2/x', '/livez/', '/livez/x', '/LIVEZ', '/openapi.yaml', '/openapi'];

const allowed = (value: string): readonly string[] => value.split(',').map((name) => name.trim());

/** 404 for an unknown route, 405 with Allow for a known path with another method. */
export function routingCases({ api, spec }: Bench): void {
  const around = spec.resources.flatMap((resource) => {
    const path = pathOf(resource);
    const upper = path.replace(/[^/]+$/u, (name) => name.toUpperCase());
    return [`${path}/`, upper, `${path}x`, `/${path}`, `${path}/${nobody}/`, `${path}/${nobody}/x`];
  });
  const paths = [...unknown, ...more, ...around];

  describe('an unknown route', () => {
    test.for(paths)('%s is 404 to every method', async (path) => {
      for (const method of ['GET', 'DELETE']) {
        expectProblem(await api.send({ method, path }), { status: 404 });
      }
      for (const method of ['POST', 'PUT', 'PATCH']) {
        expectProblem(await api.send({ method, path, headers: json, body: '{}' }), { status: 404 });
      }
    });
  });

  describe('a known path', () => {
    test.for(routesOf(spec))(
      '%s answers 405 with Allow to other methods',
      async ([path, known]) => {
        for (const method of methods.filter((name) => !known.includes(name))) {
          const answer = await api.send({ method, path });
          expectProblem(answer, { status: 405 });
          expect(allowed(headerOf(answer, 'allow')), exchange(answer)).toEqual(
            expect.arrayContaining([...known]),
          );
        }
      },
    );

    test.for(routesOf(spec))('%s answers 405 to PUT with a body, too', async ([path]) => {
      const answer = await api.send({ method: 'PUT', path, headers: json, body: '{}' });
      expectProblem(answer, { status: 405 });
    });

    test.for(['/livez', '/readyz', '/openapi.json'])(
      '%s answers HEAD or refuses it',
      async (path) => {
        const answer = await api.send({ method: 'HEAD', path });
        expect([200, 405], exchange(answer)).toContain(answer.status);
      },
    );
  });
}
