import { dimensions } from '../../templates/choices.ts';
import { rules } from '../../templates/rules.ts';
import { parseFlags } from '../core/faces/flags.ts';
import type { Flag } from '../core/faces/flags.ts';
import { exitCodes } from '../core/refusal.ts';
import type { ExitCode } from '../core/refusal.ts';
import { sentenceOf } from '../core/spec/rules.ts';
import type { Dimension } from '../core/spec/dimension.ts';

export const flags: readonly Flag[] = [
  { name: 'json', type: 'boolean', does: 'print one JSON document' },
  { name: 'debug', type: 'boolean', does: 'print stack traces' },
];

const describe = ({ id, label, default: standard, choices }: Dimension): string =>
  [
    `${label} (--${id})\n`,
    ...choices.map(
      (choice) =>
        `  ${choice.id.padEnd(12)} ${choice.label}: ${choice.hint}${choice.id === standard ? ' [default]' : ''}\n`,
    ),
  ].join('');

const asJson = (): string => {
  const exclusions = rules.map((rule) => ({ ...rule, message: sentenceOf(rule) }));
  return `${JSON.stringify({ ok: true, command: 'choices', dimensions, exclusions }, null, 2)}\n`;
};

function asText(): string {
  const excluded = rules.map((rule) => `  ${sentenceOf(rule)}.\n`).join('');
  const tail =
    excluded === '' ? 'Every choice goes with every other.\n' : `Exclusions\n${excluded}`;
  return `${dimensions.map(describe).join('\n')}\n${tail}`;
}

export function run(words: readonly string[]): Promise<ExitCode> {
  const { values } = parseFlags(words, flags);
  process.stdout.write(values['json'] === true ? asJson() : asText());
  return Promise.resolve(exitCodes.done);
}
