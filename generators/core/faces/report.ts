import type { Change, Plan } from '../merge/plan.ts';
import { printable, Refusal } from '../refusal.ts';
import type { ExitCode, Fault } from '../refusal.ts';
import type { Spec } from '../spec/spec.ts';
import type { Finished } from './finish.ts';
import type { NextSteps } from './next-steps.ts';

/** What a run of `new` did, or would do: printed as text or as one JSON document. */
export interface NewReport {
  readonly root: string;
  readonly dryRun: boolean;
  readonly spec: Spec;
  readonly plan: Plan;
  readonly finished: Finished;
  readonly reproduce: string;
  readonly next: NextSteps;
}

/** Whether something that was asked for did not come about; the files are written all the same. */
export const isRed = ({ install, verify }: Finished): boolean =>
  install === 'failed' || verify === 'failed';

const line = (change: Change): string =>
  `  ${change.action.padEnd(9)} ${change.path}${'why' in change ? ` (${change.why})` : ''}`;

const indented = (lines: readonly string[]): string => lines.map((text) => `  ${text}\n`).join('');

function written({ root, plan, finished }: NewReport): string {
  const count = (action: Change['action']) =>
    plan.changes.filter((change) => change.action === action).length;
  const told = plan.changes.filter(({ action }) => action === 'overwrite');
  const verified = finished.verify === 'done' ? ', and its own checks are green' : '';
  return [
    `${printable(root)}: ${count('create')} files written${verified}.\n`,
    ...told.map((change) => `${line(change)}\n`),
  ].join('');
}

/** The report for a person. */
export function textOfReport(report: NewReport): string {
  const { plan, dryRun, finished, reproduce, next } = report;
  const again = `\nThe same again, without questions:\n${indented([reproduce])}`;
  if (dryRun) {
    const lines = plan.changes.map((change) => `${line(change)}\n`).join('');
    return `${printable(report.root)}: nothing is written yet; this is the plan.\n${lines}${again}`;
  }
  const first = next.first === undefined ? '' : `${next.first}\n\n`;
  const warnings = finished.warnings.map((warning) => `Note: ${warning}\n`).join('');
  return `${first}${written(report)}${warnings}${again}\nNext:\n${indented(next.commands)}`;
}

/** The report for a program. */
export const jsonOfReport = (report: NewReport): object => ({
  ok: !isRed(report.finished),
  command: 'new',
  root: report.root,
  dryRun: report.dryRun,
  spec: report.spec,
  changes: report.plan.changes,
  foreign: report.plan.foreign,
  install: report.finished.install,
  git: report.finished.git,
  verify: report.finished.verify,
  warnings: report.finished.warnings,
  reproduce: report.reproduce,
  next: report.next.commands,
});

/** A refusal for a program; shaped like a report as far as the two have something in common. */
const jsonOfRefusal = (command: string, { message, exitCode, faults }: Refusal): object => ({
  ok: false,
  command,
  exitCode,
  error: message,
  faults,
});

const faultLine = ({ path, message }: Fault): string =>
  path === '' ? message : `${path}: ${message}`;

/** A refusal for a person: the sentence, then what is wrong, one a line. */
function textOfRefusal({ message, faults }: Refusal): string {
  const shown = faults.length > 1 || faults.some(({ path }) => !message.includes(path));
  return `${message}\n${shown ? indented(faults.map(faultLine)) : ''}`;
}

const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal
    ? error
    : new Refusal(
        `This is a fault of groundwork: ${error instanceof Error ? error.message : String(error)}. Run it again with --debug and report what it prints.`,
        { cause: error },
      );

/**
 * Prints what went wrong where its reader looks for it: a document on standard output, or a sentence
 * on standard error; the stack trace only for who wants it.
 *
 * @returns the exit code
 */
export function printError(
  error: unknown,
  command: string,
  { json, debug }: { readonly json: boolean; readonly debug: boolean },
): ExitCode {
  const refusal = refusalOf(error);
  if (json) process.stdout.write(`${JSON.stringify(jsonOfRefusal(command, refusal))}\n`);
  else process.stderr.write(textOfRefusal(refusal));
  if (debug) console.error(error);
  return refusal.exitCode;
}
