import { isDeepStrictEqual } from 'node:util';
import { exitCodes, printable } from '../refusal.ts';
import type { ExitCode } from '../refusal.ts';
import type { Asker } from './asker.ts';
import type { Finished } from './finish.ts';
import type { FlagValues } from './flags.ts';
import { mayAsk } from './may-ask.ts';
import type { Prepared } from './new-project.ts';
import { equivalentCommand, openSession } from './new-session.ts';
import type { Session } from './new-session.ts';
import { progress } from './progress.ts';
import { promptsAsker } from './prompts-asker.ts';

/*
 *   openRun  ->  planRun  ->  applyRun  ->  finishRun
 *   answers      plan         the write     packages, git, checks, report
 *
 * The own door takes these steps in a row, the Yeoman door one in each of its phases. What a later
 * step needs is loaded by that step: the first question must not wait for it.
 */

/** A run of `new` whose questions are answered. */
export interface Run {
  readonly session: Session;
  readonly values: FlagValues;
  readonly reproduce: string;
  /** `undefined` when nobody may be asked. */
  readonly asker: Asker | undefined;
}

/** A run that is known to be possible. */
export interface PlannedRun extends Run {
  readonly prepared: Prepared;
}

const isOn = ({ values }: Run, name: string): boolean => values[name] === true;

/**
 * Asks what was not given.
 *
 * @param program what the person typed before the folder, for the command that is printed
 * @throws {Refusal} with everything that is wrong at once
 */
export async function openRun(
  program: string,
  directory: string | undefined,
  values: FlagValues,
): Promise<Run> {
  const asker = mayAsk(values) ? await promptsAsker() : undefined;
  const session = await openSession(directory, values, asker);
  return { session, values, asker, reproduce: equivalentCommand(program, session, values) };
}

/** When an interrupted write of the same spec could be finished, nothing is left to plan. */
async function afterRecovery({ root, spec }: Session): Promise<Prepared | undefined> {
  const { recoverNew } = await import('./new-project.ts');
  const written = await recoverNew(root);
  if (written === undefined) return undefined;
  progress(`Finished a write that was interrupted in ${printable(root)}.`);
  if (!isDeepStrictEqual(written, spec)) return undefined;
  const { loadCast } = await import('../model/load.ts');
  const plan = { root, changes: [], foreign: [], operations: [] };
  return { cast: await loadCast(spec), plan };
}

/**
 * Makes the plan, shows the summary and asks whether to go on.
 *
 * @throws {Refusal} when something stands in the way, or the person says no
 */
export async function planRun(run: Run): Promise<PlannedRun> {
  const [{ clock }, { checkPlan, prepareNew }] = await Promise.all([
    import('./clock.ts'),
    import('./new-project.ts'),
  ]);
  const { root, spec } = run.session;
  const force = isOn(run, 'force');
  const recovered = isOn(run, 'dry-run') ? undefined : await afterRecovery(run.session);
  const prepared = recovered ?? (await prepareNew(root, spec, { force, now: clock() }));
  checkPlan(prepared.plan, force);
  if (run.asker !== undefined && !isOn(run, 'dry-run')) {
    const { confirmWrite, summaryOf } = await import('./summary.ts');
    process.stdout.write(summaryOf(root, spec, run.reproduce));
    await confirmWrite(run.asker);
  }
  return { ...run, prepared };
}

/** Writes the files, all or nothing; nothing on a dry run. */
export async function applyRun(run: PlannedRun, signal: AbortSignal): Promise<void> {
  const { applyPlan } = await import('./new-project.ts');
  if (!isOn(run, 'dry-run')) await applyPlan(run.prepared.plan, signal);
}

const nothingDone: Finished = {
  install: 'skipped',
  git: 'skipped',
  verify: 'skipped',
  warnings: [],
};

/** Installs, commits and verifies as asked, and prints the report. */
export async function finishRun(run: PlannedRun, signal: AbortSignal): Promise<ExitCode> {
  const [{ finish }, { nextSteps }, { isRed, jsonOfReport, textOfReport }] = await Promise.all([
    import('./finish.ts'),
    import('./next-steps.ts'),
    import('./report.ts'),
  ]);
  const { root, spec } = run.session;
  const { cast, plan } = run.prepared;
  const dryRun = isOn(run, 'dry-run');
  const finished = dryRun
    ? nothingDone
    : await finish(run.prepared, {
        install: run.values['install'] !== false,
        git: run.values['git'] !== false,
        verify: isOn(run, 'verify'),
        signal,
        progress,
      });
  const next = nextSteps(root, cast, finished.install === 'done');
  const report = { root, dryRun, spec, plan, finished, reproduce: run.reproduce, next };
  process.stdout.write(
    isOn(run, 'json') ? `${JSON.stringify(jsonOfReport(report))}\n` : textOfReport(report),
  );
  return isRed(finished) ? exitCodes.refused : exitCodes.done;
}
