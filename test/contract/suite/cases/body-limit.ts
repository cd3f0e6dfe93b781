import { describe, expect, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import { type Bench, type Instance, withInstance } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';
import { processTest } from '../process-test.ts';
import { pathOf } from '../url.ts';

const json = { 'Content-Type': 'application/json' };
const defaultLimit = 1_048_576;

/** The body, made exactly `bytes` long by white space that JSON does not mind. */
const stretched = (body: object, bytes: number): string => JSON.stringify(body).padEnd(bytes, ' ');

async function expectLimit(
  { api, rows }: Omit<Instance, 'running'>,
  resource: Resource,
  limit: number,
) {
  const path = pathOf(resource);
  for (const chunked of [false, true]) {
    const ask = { method: 'POST', path, headers: json, chunked };
    const fits = stretched(await rows.draft(resource), limit);
    const taken = await api.send({ ...ask, body: fits });
    expect(taken.status, exchange(taken)).toBe(201);
    const over = stretched(await rows.draft(resource), limit + 1);
    expectProblem(await api.send({ ...ask, body: over }), { status: 413 });
    const row = await rows.create(resource);
    const patch = { method: 'PATCH', path: row.path, headers: json, chunked };
    const patched = await api.send({ ...patch, body: '{}'.padEnd(limit, ' ') });
    expect(patched.status, exchange(patched)).toBe(200);
    const refused = await api.send({ ...patch, body: '{}'.padEnd(limit + 1, ' ') });
    expectProblem(refused, { status: 413 });
  }
}

/** 413: "body over the limit". */
export function bodyLimitCases(bench: Bench, resource: Resource): void {
  describe('the body limit', () => {
    test('is one mebibyte by default, to the byte', async () => {
      await expectLimit(bench, resource, defaultLimit);
    });

    processTest(bench, 'is what BODY_LIMIT_BYTES says, to the byte', async (launcher) => {
      const limit = 60_000;
      await withInstance(bench, launcher, { BODY_LIMIT_BYTES: String(limit) }, (instance) =>
        expectLimit(instance, resource, limit),
      );
    });
  });
}
