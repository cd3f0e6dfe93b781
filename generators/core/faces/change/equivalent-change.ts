import type { FlagValues } from '../flags.ts';
import { invocation } from '../invocation.ts';
import { sh } from '../sh.ts';
import type { ChangeCommand } from './command.ts';

/** The command that does the same without questions. */
export function equivalentChange(
  { name }: ChangeCommand,
  words: readonly string[],
  { conflict, install, ...values }: FlagValues,
): string {
  const flags = [
    ...(typeof conflict === 'string' ? ['--conflict', conflict] : []),
    ...['force', 'allow-data-loss'].flatMap((flag) => (values[flag] === true ? [`--${flag}`] : [])),
    ...(install === false ? ['--no-install'] : []),
    '--yes',
  ];
  return [invocation(name), ...[...words, ...flags].map(sh)].join(' ');
}
