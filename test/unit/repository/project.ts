import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { environment } from '../../../templates/project/environment.ts';
import { applyOperations } from '../../../generators/core/apply/transaction.ts';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import { applyPlan, prepareNew } from '../../../generators/core/faces/new-project.ts';
import type { ChangePlan, ConflictMode } from '../../../generators/core/merge/plan.ts';
import { loadCast } from '../../../generators/core/model/load.ts';
import { findLost } from '../../../generators/core/repository/lost.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import type { Purpose } from '../../../generators/core/repository/open.ts';
import { planSpec } from '../../../generators/core/repository/plan-spec.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { specInput } from '../spec/spec-input.ts';

export const resource = (name: string, ...fields: readonly object[]) => ({
  name,
  fields: [{ name: 'title', type: 'string', required: true }, ...fields],
});

export const specOf = (...resources: readonly object[]): Spec =>
  parseSpec(specInput({ resources }));

const written = new Map<string, Promise<string>>();
const cupboard = mkdtempSync(join(realpathSync(tmpdir()), 'groundwork-projects-'));
afterAll(() => {
  rmSync(cupboard, { recursive: true, force: true });
});

async function writeFirst(root: string, spec: Spec): Promise<string> {
  const { plan } = await prepareNew(root, spec, { force: false, now: new Date(0) });
  await applyPlan(plan);
  return root;
}

/** A new project on the disk; the second of one spec is a copy of the first, which may be under way. */
export async function writeProject(root: string, spec: Spec): Promise<string> {
  const key = JSON.stringify(spec);
  const first = written.get(key) ?? writeFirst(join(cupboard, String(written.size)), spec);
  written.set(key, first);
  cpSync(await first, root, { recursive: true });
  return root;
}

export interface Manner {
  readonly conflict?: ConflictMode;
  readonly healing?: boolean;
  readonly restore?: boolean;
  readonly purpose?: Purpose;
}

/** The plan that brings a project to a spec, without migrations; to the spec on its disk by default. */
export async function planTo(
  root: string,
  spec: Spec | undefined,
  { conflict = 'stop', healing = false, restore = false, purpose = 'write' }: Manner = {},
): Promise<ChangePlan> {
  const repository = await openRepository(root, purpose, thisGenerator());
  const cast = await loadCast(spec ?? repository.spec);
  const lost = await findLost(repository, cast, healing);
  const secrets = environment(cast.model, () => 'secret');
  return planSpec(repository, {
    cast,
    seeded: [],
    environment: secrets,
    conflict,
    lost,
    healing,
    restore,
  });
}

/** The same, carried out. */
export async function bringTo(root: string, spec: Spec | undefined, manner: Manner = {}) {
  const plan = await planTo(root, spec, manner);
  await applyOperations(root, plan.operations);
  return plan;
}
