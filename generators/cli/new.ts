import { isDeepStrictEqual } from 'node:util';
import { finish } from '../core/faces/finish.ts';
import type { Finished } from '../core/faces/finish.ts';
import { parseFlags } from '../core/faces/flags.ts';
import type { FlagValues } from '../core/faces/flags.ts';
import { invocation } from '../core/faces/invocation.ts';
import { newFlags } from '../core/faces/new-flags.ts';
import { applyPlan, checkPlan, clock, prepareNew, recoverNew } from '../core/faces/new-project.ts';
import type { Prepared } from '../core/faces/new-project.ts';
import { equivalentCommand, mayAsk, openSession } from '../core/faces/new-session.ts';
import type { Session } from '../core/faces/new-session.ts';
import { nextSteps } from '../core/faces/next-steps.ts';
import { promptsAsker } from '../core/faces/prompts-asker.ts';
import { jsonOfReport, textOfReport } from '../core/faces/report.ts';
import { confirmWrite, summaryOf } from '../core/faces/summary.ts';
import { loadCast } from '../core/model/load.ts';
import { exitCodes, Refusal } from '../core/refusal.ts';
import type { ExitCode } from '../core/refusal.ts';

export const flags = newFlags;

const nothingDone: Finished = {
  install: 'skipped',
  git: 'skipped',
  verify: 'skipped',
  warnings: [],
};

const progress = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function oneFolder(positionals: readonly string[]): string | undefined {
  if (positionals.length < 2) return positionals[0];
  throw new Refusal(`One folder at a time: ${positionals.join(', ')}.`, {
    exitCode: exitCodes.usage,
  });
}

/** Ctrl-C stops what runs; before the files are committed to, nothing of them stays. */
function interruptible(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      controller.abort();
    });
  }
  return controller.signal;
}

/** A write that was interrupted after its commit point is finished, and the plan has nothing left. */
async function afterRecovery(session: Session): Promise<Prepared | undefined> {
  const spec = await recoverNew(session.root);
  if (spec === undefined) return undefined;
  progress(`Finished a write that was interrupted in ${session.root}.`);
  if (!isDeepStrictEqual(spec, session.spec)) return undefined;
  const plan = { root: session.root, changes: [], foreign: [], operations: [] };
  return { cast: await loadCast(spec), plan };
}

async function write(session: Session, values: FlagValues, reproduce: string): Promise<ExitCode> {
  const { root, spec } = session;
  const dryRun = values['dry-run'] === true;
  const force = values['force'] === true;
  const recovered = dryRun ? undefined : await afterRecovery(session);
  const prepared = recovered ?? (await prepareNew(root, spec, { force, now: clock() }));
  checkPlan(prepared.plan, force);
  if (mayAsk(values) && !dryRun) {
    process.stdout.write(summaryOf(root, spec, reproduce));
    await confirmWrite(await promptsAsker());
  }
  const signal = interruptible();
  if (!dryRun) await applyPlan(prepared.plan, signal);
  const wants = (name: string) => !dryRun && values[name] !== false;
  const finished = dryRun
    ? nothingDone
    : await finish(root, prepared.cast, {
        install: wants('install'),
        git: wants('git'),
        verify: values['verify'] === true,
        signal,
        progress,
      });
  const next = nextSteps(root, prepared.cast, finished.install === 'done');
  const report = { root, dryRun, spec, plan: prepared.plan, finished, reproduce, next };
  const text =
    values['json'] === true ? `${JSON.stringify(jsonOfReport(report))}\n` : textOfReport(report);
  process.stdout.write(text);
  return finished.verify === 'failed' ? exitCodes.refused : exitCodes.done;
}

export async function run(words: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags(words, flags);
  const directory = oneFolder(positionals);
  const asker = mayAsk(values) ? await promptsAsker() : undefined;
  const session = await openSession(directory, values, asker);
  return write(session, values, equivalentCommand(invocation(), session, values));
}
