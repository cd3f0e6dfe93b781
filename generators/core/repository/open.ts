import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from '../apply/inputs.ts';
import { journalPath, stateFolder } from '../apply/layout.ts';
import { assertInsideRoot } from '../apply/paths.ts';
import { recover } from '../apply/recover.ts';
import { manifestPath, readGenerator, readSpec } from '../apply/state.ts';
import { Refusal } from '../refusal.ts';
import type { Spec } from '../spec/spec.ts';
import { readBaselines } from './baselines.ts';
import type { Baselines } from './baselines.ts';
import { fillIn } from './fill-in.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { Fingerprints } from './fingerprints.ts';
import { isSameGenerator, refuseOtherGenerator } from './generator.ts';
import { readPending, refusePending } from './pending.ts';

/** A project on the disk, as commands begin with it. */
export interface Repository {
  readonly root: string;
  /** As it stands in the files, edited by hand or not: see `recordedSpec` for what was applied. */
  readonly spec: Spec;
  /** The generator that wrote it last. */
  readonly recorded: Generator;
  /** This one. */
  readonly installed: Generator;
  readonly baselines: Baselines;
  /** Files that were left with conflict markers and still hold them. */
  readonly pending: readonly string[];
  /** The state as it was read: `refuseChanged` holds it against the disk before anything is written. */
  readonly fingerprints: Fingerprints;
}

/** Whether a command only looks, writes, or writes with newer templates. */
export type Purpose = 'read' | 'write' | 'upgrade';

function refuseUnfinished(root: string): void {
  assertInsideRoot(root, stateFolder);
  if (!existsSync(journalPath(root))) return;
  throw new Refusal(
    'An earlier command was interrupted while it wrote; run it again, or `groundwork apply`, to finish its work.',
  );
}

/**
 * Opens a project, and finishes or drops an interrupted write unless the command only looks.
 *
 * @param root as `findRoot` found it
 * @param installed this generator
 * @throws {Refusal} when its state cannot be read, another generator wrote it, or conflicts are left
 */
export async function openRepository(
  root: string,
  purpose: Purpose,
  installed: Generator,
): Promise<Repository> {
  if (purpose === 'read') refuseUnfinished(root);
  else await recover(root);
  const manifest = join(root, manifestPath);
  if (!existsSync(join(root, stateFolder))) {
    throw new Refusal(
      `${manifest} is a copy: its resources stand in ${stateFolder}/, which is not there.`,
    );
  }
  // Before it is read, so that a change in between is noticed, too.
  const fingerprints = fingerprintsOf(root);
  const recorded = readGenerator(root);
  if (purpose !== 'read') refuseOtherGenerator(recorded, installed, purpose === 'upgrade');
  const pending = readPending(root);
  if (purpose !== 'read') refusePending(pending);
  const spec = readSpec(root, isSameGenerator(recorded, installed) ? undefined : fillIn);
  const baselines = readBaselines(root);
  return { root, spec, recorded, installed, baselines, pending, fingerprints };
}
