import { exitCodes, printable } from '../../refusal.ts';
import type { ExitCode } from '../../refusal.ts';
import type { Check } from '../../repository/check.ts';
import { adviceOnGenerator } from '../../repository/generator.ts';
import type { Repository } from '../../repository/open.ts';

type Subject = Pick<Repository, 'root' | 'recorded' | 'installed'>;

export const exitCodeOfCheck = ({ drift }: Check): ExitCode =>
  drift.length === 0 ? exitCodes.done : exitCodes.conflict;

const advice: Readonly<Record<Check['drift'][number]['kind'], string>> = {
  spec: 'groundwork apply applies the spec; git checkout takes its edits back',
  state: 'groundwork apply puts the state right',
  managed: 'groundwork apply makes managed files what is generated again',
  data: 'two branches changed the data: take one of the changes back, with its migrations and their records, and make it again; another database begins anew with groundwork set database=...',
  markers: 'resolve the markers, then say groundwork apply',
};

function listed(what: string, paths: readonly string[]): string {
  return paths.length === 0 ? '' : `${what}: ${printable(paths.join(', '))}\n`;
}

/** What drifted, for a person. */
export function textOfCheck(subject: Subject, { drift, edited, deleted }: Check): string {
  const { root, recorded, installed } = subject;
  const note = adviceOnGenerator(recorded, installed);
  const head = drift.length === 0 ? 'no drift' : `drift in ${drift.length} place(s)`;
  const lines = drift.map(
    ({ path, kind, why }) => `  ${kind.padEnd(8)} ${printable(`${path} ${why}`)}\n`,
  );
  const kinds = [...new Set(drift.map(({ kind }) => kind))];
  return [
    `${printable(root)}: ${head}.\n`,
    ...lines,
    ...(drift.length === 0 ? [] : ['\n', ...kinds.map((kind) => `${kind}: ${advice[kind]}\n`)]),
    listed('Edited by you, which is no drift', edited),
    listed('Deleted by you, which is no drift', deleted),
    note === undefined ? '' : `Note: ${note}\n`,
  ].join('');
}

/** The same for a program. */
export const jsonOfCheck = (subject: Subject, check: Check): object => ({
  ok: check.drift.length === 0,
  command: 'check',
  root: subject.root,
  ...check,
  recorded: subject.recorded,
  installed: subject.installed,
});
