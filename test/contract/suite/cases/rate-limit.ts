import { describe, expect } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import { type Bench, withInstance } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import type { Api, Headers } from '../http/api.ts';
import { type Answer, exchange, headerOf } from '../http/ask.ts';
import { processTest } from '../process-test.ts';
import { nobody } from '../samples/reference.ts';
import { pathOf } from '../url.ts';

const limit = 5;
const env = (more: Readonly<Record<string, string>> = {}) => ({
  RATE_LIMIT_PER_MINUTE: String(limit),
  ...more,
});
const from = (...clients: readonly string[]): Headers => ({
  'X-Forwarded-For': clients.join(', '),
});

const none = (): Headers => ({});

function expectRefused(answer: Answer): void {
  expectProblem(answer, { status: 429 });
  const seconds = headerOf(answer, 'retry-after');
  expect(seconds, exchange(answer)).toMatch(/^[1-9]\d?$/u);
  expect(Number(seconds)).toBeLessThanOrEqual(60);
}

async function expectPasses(
  api: Api,
  path: string,
  headers: (n: number) => Headers,
): Promise<void> {
  for (let n = 0; n < limit; n += 1) {
    const answer = await api.get(path, headers(n));
    expect(answer.status, `request ${n + 1} of ${limit}: ${exchange(answer)}`).toBe(200);
  }
}

/** 429: so many requests a minute and client, exactly. */
export function rateLimitCases(bench: Bench, resource: Resource): void {
  const path = pathOf(resource);

  describe('the rate limit', () => {
    processTest(
      bench,
      'lets RATE_LIMIT_PER_MINUTE requests pass, and not one more',
      async (launcher) => {
        await withInstance(bench, launcher, env(), async ({ api }) => {
          await expectPasses(api, path, none);
          for (const method of ['GET', 'DELETE']) {
            expectRefused(await api.send({ method, path: `${path}/${nobody}` }));
          }
          expectRefused(await api.get(path));
          for (let n = 0; n <= limit; n += 1) {
            expect((await api.get('/livez')).status).toBe(200);
            expect((await api.get('/readyz')).status).toBe(200);
          }
          expectRefused(await api.get(path, from('203.0.113.1')));
          expectRefused(
            await api.get(path, { Forwarded: 'for=203.0.113.2', 'X-Real-IP': '203.0.113.2' }),
          );
        });
      },
    );

    processTest(bench, 'is exact among requests that come at once', async (launcher) => {
      await withInstance(bench, launcher, env(), async ({ api }) => {
        const answers = await Promise.all(Array.from({ length: 15 }, () => api.get(path)));
        const passed = answers.filter(({ status }) => status === 200);
        // A machine that is busy may be told so, which says nothing of the count.
        const busy = answers.filter(({ status }) => status === 503);
        expect(passed.length).toBeLessThanOrEqual(limit);
        expect(passed.length + busy.length).toBeGreaterThanOrEqual(limit);
        for (const answer of answers) {
          if (answer.status !== 200 && answer.status !== 503) expectRefused(answer);
        }
      });
    });

    processTest(bench, 'counts requests that fail, too', async (launcher) => {
      await withInstance(bench, launcher, env(), async ({ api }) => {
        expect((await api.get(`${path}/${nobody}`)).status).toBe(404);
        expect((await api.get(`${path}?nosuch=1`)).status).toBe(422);
        expect((await api.post(path, {})).status).not.toBe(429);
        expect((await api.patch(`${path}/${nobody}`, {})).status).toBe(404);
        expect((await api.remove(`${path}/${nobody}`)).status).toBe(404);
        expectRefused(await api.get(path));
      });
    });
  });

  describe('X-Forwarded-For', () => {
    processTest(
      bench,
      'counts for nothing without TRUST_PROXY, or from another proxy',
      async (launcher) => {
        for (const proxies of [{}, { TRUST_PROXY: '10.0.0.1' }]) {
          await withInstance(bench, launcher, env(proxies), async ({ api }) => {
            await expectPasses(api, path, (n) => from(`203.0.113.${n}`));
            expectRefused(await api.get(path, from('203.0.113.99')));
          });
        }
      },
    );

    processTest(
      bench,
      'names the client behind a trusted proxy: the last one not trusted',
      async (launcher) => {
        const trusted = env({ TRUST_PROXY: '127.0.0.1,10.0.0.0/8' });
        await withInstance(bench, launcher, trusted, async ({ api }) => {
          await expectPasses(api, path, () => from('203.0.113.1'));
          expectRefused(await api.get(path, from('203.0.113.1')));
          expectRefused(await api.get(path, from('198.51.100.7', '203.0.113.1')));
          expectRefused(await api.get(path, from('203.0.113.1', '10.1.2.3')));
          await expectPasses(api, path, (n) => from(`198.51.100.${n}`, '203.0.113.2'));
          expectRefused(await api.get(path, from('203.0.113.2')));
          await expectPasses(api, path, none);
          expectRefused(await api.get(path));
        });
      },
    );
  });
}
