import { describe, expect } from 'vitest';
import { type Bench, withInstance } from '../bench.ts';
import { headerOf } from '../http/ask.ts';
import { processTest } from '../process-test.ts';

const year = 31_536_000;

/** "Strict-Transport-Security (one year, when behind TLS)". */
export function tlsHeaderCases(bench: Bench): void {
  describe('Strict-Transport-Security', () => {
    processTest(
      bench,
      'is sent for a year or more when a trusted proxy speaks TLS',
      async (launcher) => {
        await withInstance(bench, launcher, { TRUST_PROXY: '127.0.0.1' }, async ({ api }) => {
          const tls = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '203.0.113.1' };
          for (const path of ['/livez', '/nosuch']) {
            const header = headerOf(await api.get(path, tls), 'strict-transport-security');
            const [, seconds] = /^max-age=(\d+)/u.exec(header) ?? [];
            expect(Number(seconds), header).toBeGreaterThanOrEqual(year);
          }
        });
      },
    );
  });
}
