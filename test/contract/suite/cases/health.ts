import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { isObject, parseObject } from '../json.ts';

/** The rows `GET /livez` and `GET /readyz` of a healthy server. */
export function healthCases({ api }: Bench): void {
  describe('health', () => {
    test('GET /livez answers 200 {"status":"ok"}', async () => {
      const answer = await api.get('/livez');
      expect(answer.status).toBe(200);
      expect(parseObject(answer.text)).toEqual({ status: 'ok' });
    });

    test('GET /readyz answers 200 with a check for each store', async () => {
      const answer = await api.get('/readyz');
      expect(answer.status).toBe(200);
      const { status, checks, ...rest } = parseObject(answer.text);
      expect(status).toBe('ok');
      expect(isObject(checks) && Object.keys(checks).length).toBeGreaterThan(0);
      expect(rest).toEqual({});
    });
  });
}
