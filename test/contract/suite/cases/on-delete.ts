import { describe, expect, test } from 'vitest';
import { type Field, propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import { yieldingReferences } from '../../../../generators/core/spec/on-delete.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange, headerOf } from '../http/ask.ts';
import { parseObject, textOf } from '../json.ts';
import type { Row } from '../rows.ts';
import { pathOf } from '../url.ts';

type Reference = Extract<Field, { readonly type: 'reference' }>;

/** Fails unless the row is as it was. */
export async function expectKept({ api }: Pick<Bench, 'api'>, row: Row): Promise<void> {
  const answer = await api.get(row.path);
  expect(answer.status, exchange(answer)).toBe(200);
  expect(parseObject(answer.text)).toEqual(row.body);
  expect(headerOf(answer, 'etag')).toBe(row.etag);
}

/** Fails unless the row became what the rule of its reference says. */
async function expectYielded({ api }: Bench, row: Row, field: Reference): Promise<void> {
  const answer = await api.get(row.path);
  if (field.onDelete === 'cascade') {
    expectProblem(answer, { status: 404 });
    return;
  }
  expect(answer.status, exchange(answer)).toBe(200);
  const body = parseObject(answer.text);
  const { updatedAt } = body;
  expect(body).toEqual({ ...row.body, [propertyOf(field)]: null, updatedAt });
  expect(textOf(updatedAt) >= textOf(row.body['updatedAt'])).toBe(true);
  expect(headerOf(answer, 'etag')).not.toBe(row.etag);
  expectProblem(await api.patch(row.path, {}, { 'If-Match': row.etag }), { status: 412 });
}

/** A row and what refers to it may refer to each other, and to themselves. */
function ringCases(bench: Bench, resource: Resource, field: Reference): void {
  const { api, rows } = bench;
  const property = propertyOf(field);

  test('ends where rows refer to each other', async () => {
    const first = await rows.create(resource);
    const second = await rows.create(resource, { [property]: first.id });
    const closed = await api.patch(first.path, { [property]: second.id });
    expect(closed.status, exchange(closed)).toBe(200);
    expect((await api.remove(first.path)).status).toBe(204);
    await expectYielded(bench, second, field);
  });

  test('lets a row go that refers to itself, under the tag that it has', async () => {
    const row = await rows.create(resource);
    const closed = await api.patch(row.path, { [property]: row.id });
    const removed = await api.remove(row.path, { 'If-Match': headerOf(closed, 'etag') });
    expect(removed.status, exchange(removed)).toBe(204);
  });
}

interface Further {
  readonly referring: Resource;
  readonly next: Reference;
}

const referringTo = ({ spec }: Bench, resource: Resource): readonly Further[] =>
  spec.resources.flatMap((referring) =>
    referring.fields.flatMap((next) =>
      next.type === 'reference' && next.resource === resource.name ? [{ referring, next }] : [],
    ),
  );

const named = (further: readonly Further[]) =>
  further.map((reference) => [reference.referring.name, reference.next.name, reference] as const);

/** What refers to the row that refers: one rule after the other. */
function chainCases(bench: Bench, resource: Resource, field: Reference, target: Resource): void {
  const { api, rows } = bench;
  const further = named(referringTo(bench, resource));

  test.for(further)('takes the rule of %s.%s along', async ([, , { referring, next }]) => {
    const needed = await rows.create(target);
    const row = await rows.create(resource, { [propertyOf(field)]: needed.id });
    const last = await rows.create(referring, { [propertyOf(next)]: row.id });
    const removed = await api.remove(needed.path);
    if (next.onDelete === 'restrict') {
      expectProblem(removed, { status: 409 });
      for (const kept of [needed, row, last]) await expectKept(bench, kept);
      expect((await api.remove(last.path)).status).toBe(204);
      expect((await api.remove(needed.path)).status).toBe(204);
    } else {
      expect(removed.status, exchange(removed)).toBe(204);
      await expectYielded(bench, last, next);
    }
    await expectYielded(bench, row, field);
  });
}

/** Rows that go or change with what they refer to. */
export function onDeleteCases(bench: Bench, resource: Resource): void {
  const { api, rows, spec } = bench;

  describe.for(yieldingReferences(resource))('$onDelete by $name', (field) => {
    const property = propertyOf(field);
    const target = spec.resources.find(({ name }) => name === field.resource);
    if (!target) throw new Error(`the spec has no resource ${field.resource}`);
    const count = field.unique ? 1 : 5;

    test('is for every row that refers to what is deleted, and for no other', async () => {
      const needed = await rows.create(target);
      const other = await rows.create(resource);
      const referring: Row[] = [];
      for (let n = 0; n < count; n += 1) {
        referring.push(await rows.create(resource, { [property]: needed.id }));
      }
      const removed = await api.remove(needed.path);
      expect(removed.status, exchange(removed)).toBe(204);
      expectProblem(await api.get(needed.path), { status: 404 });
      for (const row of referring) await expectYielded(bench, row, field);
      await expectKept(bench, other);
    });

    test('is nothing when the tag was stale, or the row is not there', async () => {
      const needed = await rows.create(target);
      const row = await rows.create(resource, { [property]: needed.id });
      const stale = await api.remove(needed.path, { 'If-Match': '"stale"' });
      expectProblem(stale, { status: 412 });
      await expectKept(bench, needed);
      await expectKept(bench, row);
      expect((await api.remove(needed.path, { 'If-Match': needed.etag })).status).toBe(204);
      await expectYielded(bench, row, field);
      expectProblem(await api.remove(needed.path), { status: 404 });
    });

    test('leaves nothing that refers to a row that is gone, whoever comes first', async () => {
      for (let pair = 0; pair < 10; pair += 1) {
        const needed = await rows.create(target);
        const draft = await rows.draft(resource, { [property]: needed.id });
        const [removed, created] = await Promise.all([
          api.remove(needed.path),
          api.post(pathOf(resource), draft),
        ]);
        expect([204, 409], exchange(removed)).toContain(removed.status);
        expect([201, 422], exchange(created)).toContain(created.status);
        if (created.status === 422) continue;
        const read = await api.get(headerOf(created, 'location'));
        const isThere = (await api.get(needed.path)).status === 200;
        if (read.status === 200) {
          expect(parseObject(read.text)[property]).toBe(isThere ? needed.id : null);
        } else expectProblem(read, { status: 404 });
      }
    });

    test.skipIf(field.unique)('spares rows that were told to refer to another one', async () => {
      for (let round = 0; round < 10; round += 1) {
        const [needed, next] = [await rows.create(target), await rows.create(target)];
        const referring = await Promise.all(
          Array.from({ length: 5 }, () => rows.create(resource, { [property]: needed.id })),
        );
        const [removed, ...patched] = await Promise.all([
          api.remove(needed.path),
          ...referring.map(({ path }) => api.patch(path, { [property]: next.id })),
        ]);
        expect([204, 409], exchange(removed)).toContain(removed.status);
        for (const [at, { path }] of referring.entries()) {
          const read = await api.get(path);
          if (patched[at]?.status === 404) expectProblem(read, { status: 404 });
          else expect([patched[at]?.status, read.text]).toEqual([200, patched[at]?.text]);
        }
      }
    });

    if (field.onDelete === 'cascade') chainCases(bench, resource, field, target);
    if (target.name === resource.name) ringCases(bench, resource, field);
  });
}
