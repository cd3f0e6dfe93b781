import type { Change, ChangePlan, KeepReason } from '../../merge/plan.ts';
import { exitCodes, printable } from '../../refusal.ts';
import type { ExitCode } from '../../refusal.ts';
import type { Outcome } from '../finish.ts';
import type { NextSteps } from '../next-steps.ts';

/** What a change did, or would do: printed as text or as one JSON document. */
export interface ChangeReport {
  readonly command: string;
  readonly root: string;
  readonly dryRun: boolean;
  readonly plan: ChangePlan;
  /** Whether the person saw the plan, and agreed to it. */
  readonly isShown: boolean;
  readonly install: Outcome;
  readonly notes: readonly string[];
  readonly reproduce: string;
  readonly next: NextSteps;
}

/** What is kept as one would expect needs no line. */
const quiet: ReadonlySet<KeepReason> = new Set(['same', 'edited', 'seeded']);

const isState = ({ path }: Change): boolean =>
  path === 'groundwork.json' || path.startsWith('.groundwork/');

const isTold = (change: Change): boolean =>
  !isState(change) && !(change.action === 'keep' && quiet.has(change.reason));

function detailOf(change: Change): string {
  if (change.action === 'move') return ` (from ${change.from}${keptOf(change.kept, ', ')})`;
  if (change.action === 'merge' && change.kept.length > 0) return ` (${keptOf(change.kept, '')})`;
  return 'why' in change ? ` (${change.why})` : '';
}

const keptOf = (kept: readonly string[], before: string): string =>
  kept.length === 0 ? '' : `${before}kept yours: ${kept.join(', ')}`;

const line = (change: Change): string =>
  `  ${change.action.padEnd(9)} ${printable(change.path)}${printable(detailOf(change))}\n`;

const byPath = (a: Change, b: Change) => (a.path < b.path ? -1 : 1);

/** What becomes of the files, one a line, without what stays and without our own state. */
export const linesOfPlan = ({ changes }: Pick<ChangePlan, 'changes'>): string =>
  changes.filter(isTold).toSorted(byPath).map(line).join('');

const verbs = {
  create: 'created',
  update: 'updated',
  merge: 'merged',
  move: 'moved',
  overwrite: 'replaced',
  delete: 'deleted',
  conflict: 'in conflict',
} as const;

/** `3 created, 1 merged`; of files that are not our own state. */
function counts({ changes }: ChangePlan): string {
  const told = changes.filter((change) => !isState(change));
  const parts = Object.entries(verbs).flatMap(([action, verb]) => {
    const count = told.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${count} ${verb}`];
  });
  return parts.length === 0 ? 'only the state changed' : `files: ${parts.join(', ')}`;
}

const marked = ({ changes }: ChangePlan) =>
  changes.flatMap((change) => (change.action === 'conflict' ? [change.path] : []));

const indented = (lines: readonly string[]): string => lines.map((text) => `  ${text}\n`).join('');

/** The report for a person. */
export function textOfChange(report: ChangeReport): string {
  const { root, plan, dryRun, reproduce, next } = report;
  const notes = report.notes.map((note) => `Note: ${note}\n`).join('');
  if (plan.operations.length === 0) return `${printable(root)}: nothing to do.\n${notes}`;
  const again = `\nThe same again, without questions:\n${indented([reproduce])}`;
  const head = dryRun ? 'nothing is written yet; this is the plan' : counts(plan);
  const files = report.isShown && marked(plan).length === 0 ? '' : linesOfPlan(plan);
  const body = `${printable(root)}: ${head}.\n${files}${notes}`;
  if (dryRun) return `${body}${again}`;
  if (marked(plan).length > 0) {
    const commands = ['groundwork apply', ...next.commands];
    return `${body}\nResolve the markers in the files in conflict, then say:\n${indented(commands)}`;
  }
  const first = next.first === undefined ? '' : `${next.first}\n\n`;
  return `${first}${body}${again}\nNext:\n${indented(next.commands)}`;
}

/** Conflicts that are left to resolve are no success, nor are packages that are not there. */
export function exitCodeOf({ plan, install }: ChangeReport): ExitCode {
  if (marked(plan).length > 0) return exitCodes.conflict;
  return install === 'failed' ? exitCodes.refused : exitCodes.done;
}

/** The report for a program. */
export const jsonOfChange = (report: ChangeReport): object => ({
  ok: exitCodeOf(report) === exitCodes.done,
  command: report.command,
  root: report.root,
  dryRun: report.dryRun,
  changes: report.plan.changes,
  conflicts: marked(report.plan),
  install: report.install,
  warnings: report.notes,
  reproduce: report.reproduce,
  next: report.next.commands,
});
