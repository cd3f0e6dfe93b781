import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lastOf } from '../../render/render.ts';
import { install } from '../finish.ts';
import type { Outcome } from '../finish.ts';
import { nextSteps } from '../next-steps.ts';
import type { NextSteps } from '../next-steps.ts';
import { progress } from '../progress.ts';
import type { PreparedChange } from './prepare-change.ts';

export interface Refreshed {
  readonly install: Outcome;
  readonly next: NextSteps;
  readonly warnings: readonly string[];
}

/**
 * Installs the packages once their manifest changed, which brings the lock file up to it; where that
 * is not wanted or fails, it is the first of the next commands.
 */
export async function refreshPackages(
  prepared: PreparedChange,
  { wanted, signal }: { readonly wanted: boolean; readonly signal: AbortSignal },
): Promise<Refreshed> {
  const { cast, plan } = prepared;
  const manifest = lastOf(cast.stacks, (stack) => stack.manifest);
  const folder = lastOf(cast.stacks, (stack) => stack.installed) ?? '';
  const isChanged = plan.operations.some(({ path }) => path === manifest);
  if (!isChanged || !wanted) {
    const isInstalled = !isChanged && existsSync(join(plan.root, folder));
    return { install: 'skipped', next: nextSteps(plan.root, cast, isInstalled), warnings: [] };
  }
  const installed = await install(prepared, { signal, progress }, 'there');
  return { ...installed, next: nextSteps(plan.root, cast, installed.install === 'done') };
}
