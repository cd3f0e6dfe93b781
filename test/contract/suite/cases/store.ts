import { describe, expect } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import { type Bench, withInstance } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import type { Api } from '../http/api.ts';
import { exchange, headerOf } from '../http/ask.ts';
import { parseObject, textOf } from '../json.ts';
import { processTest } from '../process-test.ts';
import { pathOf } from '../url.ts';

async function expectDown(api: Api): Promise<void> {
  const live = await api.get('/livez');
  expect(live.status).toBe(200);
  expect(parseObject(live.text)).toEqual({ status: 'ok' });
  expectProblem(await api.get('/readyz'), { status: 503 });
}

const linesWith = (log: string, text: string): string =>
  log
    .split('\n')
    .filter((line) => line.includes(text))
    .join('\n');

/** `/livez` and `/readyz` while the store is down, and after it came back. */
export function storeCases(bench: Bench, resource: Resource): void {
  describe('a store that is down', () => {
    processTest(bench, 'makes the server unready, not dead, until it is back', async (launcher) => {
      await withInstance(bench, launcher, {}, async ({ running, api, rows }) => {
        const row = await rows.create(resource);
        for (let outage = 0; outage < 2; outage += 1) {
          await running.breakStore();
          for (let n = 0; n < 3; n += 1) await expectDown(api);
          const during = await api.get(row.path);
          expect([200, 500, 503], exchange(during)).toContain(during.status);
          await running.mendStore();
          const ready = await api.get('/readyz');
          expect(ready.status, exchange(ready)).toBe(200);
          const read = await api.get(row.path);
          expect(parseObject(read.text), exchange(read)).toEqual(row.body);
          const made = await rows.create(resource);
          expect((await api.get(made.path)).status).toBe(200);
        }
        expect((await running.stop('SIGTERM')).code).toBe(0);
      });
    });

    processTest(bench, 'never shows its failure: 500, and the log has it', async (launcher) => {
      await withInstance(bench, launcher, {}, async ({ running, api, rows }) => {
        const row = await rows.create(resource);
        const draft = await rows.draft(resource);
        await running.ruinStore();
        const answers = [
          await api.get(pathOf(resource)),
          await api.get(row.path),
          await api.post(pathOf(resource), draft),
          await api.patch(row.path, draft),
          await api.remove(row.path),
        ];
        for (const answer of answers) {
          expectProblem(answer, { status: 500 });
          const { title, detail } = parseObject(answer.text);
          expect(`${textOf(title)} ${textOf(detail)}`).not.toMatch(/table|sql|column|query/iu);
          const id = headerOf(answer, 'x-request-id');
          await expect
            .poll(() => linesWith(running.stdout(), id), { timeout: 2000 })
            .toMatch(/stack|trace|\bat /iu);
        }
        expect((await api.get('/livez')).status).toBe(200);
      });
    });
  });
}
