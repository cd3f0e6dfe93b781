import type { ExitCode } from '../../refusal.ts';
import type { Repository } from '../../repository/open.ts';
import type { Asker } from '../asker.ts';
import type { FlagValues } from '../flags.ts';
import { mayAsk } from '../may-ask.ts';
import type { ChangeCommand, Edit } from './command.ts';
import type { PreparedChange } from './prepare-change.ts';

/*
 *   openChange  ->  planChange  ->  applyChange  ->  finishChange
 *   spec, edited    plan            the write        packages, report
 *
 * The steps of `new`, over a project that is there: every command that changes one takes them, and
 * differs only in how the spec becomes another. What a later step needs is loaded by that step.
 */

/** A change whose questions are answered. */
export interface Change {
  readonly command: ChangeCommand;
  readonly repository: Repository;
  readonly values: FlagValues;
  readonly asker: Asker | undefined;
  readonly edit: Edit;
}

/** A change that is known to be possible. */
export interface PlannedChange extends Change {
  readonly prepared: PreparedChange;
  readonly reproduce: string;
}

const isOn = ({ values }: Pick<Change, 'values'>, name: string): boolean => values[name] === true;

/** A dry run writes nothing, not even to finish what an earlier command began. */
async function openProject(from: string, { purpose }: ChangeCommand, values: FlagValues) {
  const [{ findRoot }, { openRepository }, { thisGenerator }] = await Promise.all([
    import('../../repository/find-root.ts'),
    import('../../repository/open.ts'),
    import('../generator.ts'),
  ]);
  const root = findRoot(from);
  const installed = thisGenerator();
  if (!isOn({ values }, 'dry-run')) return openRepository(root, purpose, installed);
  const repository = await openRepository(root, 'read', installed);
  const { refuseUnwritable } = await import('./refuse-unwritable.ts');
  refuseUnwritable(repository, purpose);
  return repository;
}

/**
 * Finds the project, asks what was not said, and edits its spec.
 *
 * @param from a folder in the project
 * @throws {Refusal} with everything that is wrong at once
 */
export async function openChange(
  command: ChangeCommand,
  from: string,
  words: readonly string[],
  values: FlagValues,
): Promise<Change> {
  const { conflictMode } = await import('./change-flags.ts');
  conflictMode(values);
  const repository = await openProject(from, command, values);
  const asker = mayAsk(values)
    ? await (await import('../prompts-asker.ts')).promptsAsker()
    : undefined;
  const edit = await command.edit({ repository, words, values, asker });
  return { command, repository, values, asker, edit };
}

/** Shows a plan with something to write in it, and asks whether to go on. */
async function confirmPlan(change: Change, { plan }: PreparedChange): Promise<void> {
  if (change.asker === undefined || isOn(change, 'dry-run') || plan.operations.length === 0) return;
  const [{ confirmWrite }, { linesOfPlan }] = await Promise.all([
    import('../summary.ts'),
    import('./change-report.ts'),
  ]);
  process.stdout.write(`${linesOfPlan(plan)}\n`);
  await confirmWrite(change.asker);
}

/**
 * Makes the plan, asks what the data needs, and whether to go on.
 *
 * @throws {Refusal} when the project changed while questions were asked, something stands in the way,
 *   or the person says no
 */
export async function planChange(change: Change): Promise<PlannedChange> {
  const { refuseChanged } = await import('../../repository/fingerprints.ts');
  refuseChanged(change.repository.root, change.repository.fingerprints);
  const [prepare, { settleData }, { checkChange }, { conflictMode }, { equivalentChange }] =
    await Promise.all([
      import('./prepare-change.ts'),
      import('./settle-data.ts'),
      import('./check-change.ts'),
      import('./change-flags.ts'),
      import('./equivalent-change.ts'),
    ]);
  const { command, repository, edit, values, asker } = change;
  const begun = await prepare.beginChange(repository, edit);
  const fills = await settleData(edit.spec, begun.risks, {
    fills: edit.fills ?? new Map(),
    isAllowed: isOn(change, 'allow-data-loss'),
    asker,
  });
  const prepared = await prepare.prepareChange(repository, edit, begun, {
    fills,
    conflict: conflictMode(values),
  });
  await checkChange(repository, prepared.plan, { force: isOn(change, 'force') });
  await confirmPlan(change, prepared);
  // Who agreed to a loss when asked has to say so where nobody asks.
  const agreed = begun.risks.losses.length > 0 ? { ...values, 'allow-data-loss': true } : values;
  const reproduce = equivalentChange(command, edit.words(fills), agreed);
  return { ...change, prepared, reproduce };
}

/**
 * Writes the files, all or nothing; nothing on a dry run.
 *
 * @throws {Refusal} when the project changed since it was opened
 */
export async function applyChange(change: PlannedChange, signal: AbortSignal): Promise<void> {
  if (isOn(change, 'dry-run')) return;
  const [{ applyOperations }, { refuseChanged }] = await Promise.all([
    import('../../apply/transaction.ts'),
    import('../../repository/fingerprints.ts'),
  ]);
  const { root, operations } = change.prepared.plan;
  const check = () => refuseChanged(root, change.repository.fingerprints);
  await applyOperations(root, operations, { signal, check });
}

/** Installs what changed, and prints the report. */
export async function finishChange(change: PlannedChange, signal: AbortSignal): Promise<ExitCode> {
  const [{ refreshPackages }, { exitCodeOf, jsonOfChange, textOfChange }] = await Promise.all([
    import('./refresh-packages.ts'),
    import('./change-report.ts'),
  ]);
  const dryRun = isOn(change, 'dry-run');
  const { command, repository, prepared, reproduce } = change;
  const { install, next, warnings } = await refreshPackages(prepared, {
    wanted: !dryRun && change.values['install'] !== false,
    signal,
  });
  const report = {
    command: command.name,
    root: repository.root,
    dryRun,
    plan: prepared.plan,
    isShown: change.asker !== undefined && !dryRun,
    install,
    notes: [...prepared.notes, ...warnings],
    reproduce,
    next,
  };
  process.stdout.write(
    isOn(change, 'json') ? `${JSON.stringify(jsonOfChange(report))}\n` : textOfChange(report),
  );
  return exitCodeOf(report);
}
