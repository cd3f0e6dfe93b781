import type { Flag } from '../core/faces/flags.ts';
import type { Command, CommandModule } from './command.ts';
import { commands } from './commands.ts';

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
};

const call = ({ name, operands }: Command): string => `groundwork ${name} ${operands}`.trimEnd();

/** What `groundwork --help` prints. */
export const overview = (): string =>
  [
    'groundwork writes back ends that are green on the first run.\n',
    `\nCommands:\n${columns(commands.map((command) => [call(command), command.does]))}`,
    `\nFlags:\n${columns([
      ['--help', 'this page; behind a command, its flags'],
      ['--version', 'the version of groundwork'],
    ])}`,
    '\nExit codes: 0 done, 1 refused or failed, 2 usage, 3 conflicts or drift, 130 cancelled.\n',
  ].join('');

const left = ({ name, value, negative }: Flag): string =>
  `--${negative === true ? 'no-' : ''}${name}${value === undefined ? '' : ` ${value}`}`;

/** What `groundwork <command> --help` prints. */
export async function helpOf(
  command: Command & { readonly load: () => Promise<CommandModule> },
): Promise<string> {
  const { flags, tables = [] } = await command.load();
  const rows = flags.map((flag) => [left(flag), flag.does] as const);
  const printed = [...tables, { heading: 'Flags', rows }].map(
    (table) => `\n${table.heading}:\n${columns(table.rows)}`,
  );
  return `${call(command)} [flags]\n\n  ${command.does}\n${printed.join('')}`;
}
