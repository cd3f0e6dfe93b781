import { describe, expect } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import { type Bench, withInstance } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import type { Api } from '../http/api.ts';
import { type Answer, exchange, headerOf } from '../http/ask.ts';
import { processTest } from '../process-test.ts';
import { nobody } from '../samples/reference.ts';
import { pathOf } from '../url.ts';

const friends = ['https://app.test', 'http://localhost:5173'];
const strangers = [
  'https://evil.test',
  'http://app.test',
  'https://app.test:8443',
  'https://app.test.evil.test',
  'https://evil-app.test',
  'https://sub.app.test',
  'http://localhost',
  'null',
  '*',
];
const granted = (answer: Answer): string => headerOf(answer, 'access-control-allow-origin');
const listed = (answer: Answer, name: string): readonly string[] =>
  headerOf(answer, name)
    .split(',')
    .map((item) => item.trim().toLowerCase());

const preflight = (api: Api, path: string, origin: string, method: string): Promise<Answer> =>
  api.send({
    method: 'OPTIONS',
    path,
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'content-type,if-match',
    },
  });

async function expectGranted(api: Api, path: string, origin: string): Promise<void> {
  const one = `${path}/${nobody}`;
  for (const answer of [
    await api.get(path, { Origin: origin }),
    await api.get(one, { Origin: origin }),
  ]) {
    expect(granted(answer), exchange(answer)).toBe(origin);
    expect(listed(answer, 'vary')).toContain('origin');
  }
  for (const [target, method] of [
    [path, 'POST'],
    [one, 'PATCH'],
    [one, 'DELETE'],
  ] as const) {
    const answer = await preflight(api, target, origin, method);
    expect([200, 204], exchange(answer)).toContain(answer.status);
    expect(granted(answer)).toBe(origin);
    expect(listed(answer, 'access-control-allow-methods')).toContain(method.toLowerCase());
    const headers = listed(answer, 'access-control-allow-headers');
    expect(headers).toEqual(expect.arrayContaining(['content-type', 'if-match']));
  }
}

/** "CORS: only origins in CORS_ORIGINS." */
export function corsCases(bench: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const env = { CORS_ORIGINS: friends.join(',') };

  describe('CORS', () => {
    processTest(bench, 'lets in every origin of CORS_ORIGINS, and no other', async (launcher) => {
      await withInstance(bench, launcher, env, async ({ api }) => {
        for (const origin of friends) await expectGranted(api, path, origin);
        for (const origin of strangers) {
          const answers = [
            await api.get(path, { Origin: origin }),
            await preflight(api, path, origin, 'POST'),
          ];
          for (const answer of answers) {
            expect(['', ...friends], exchange(answer)).toContain(granted(answer));
            expect(granted(answer)).not.toBe(origin);
          }
        }
        // No preflight: "OPTIONS without CORS" may mean this request, or a server without CORS.
        const bare = await api.send({ method: 'OPTIONS', path });
        expect([204, 405], exchange(bare)).toContain(bare.status);
      });
    });

    processTest(bench, 'lets nobody in without CORS_ORIGINS', async (launcher) => {
      await withInstance(bench, launcher, {}, async ({ api }) => {
        for (const origin of [...friends, ...strangers]) {
          expect(granted(await api.get(path, { Origin: origin }))).toBe('');
          const answer = await preflight(api, path, origin, 'POST');
          expectProblem(answer, { status: 405 });
          expect(headerOf(answer, 'allow')).toMatch(/GET.*POST|POST.*GET/u);
          expect(granted(answer)).toBe('');
        }
      });
    });
  });
}
