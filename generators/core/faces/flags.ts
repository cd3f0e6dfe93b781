import { parseArgs } from 'node:util';
import { exitCodes, Refusal } from '../refusal.ts';
import { didYouMean } from '../spec/nearest.ts';

/** A flag as both doors and the help know it. */
export interface Flag {
  readonly name: string;
  readonly type: 'string' | 'boolean';
  readonly does: string;
  /** What stands for the value in the help. */
  readonly value?: string;
  /** Whether `--no-<name>` is said rather than `--<name>`: the flag is on by default. */
  readonly negative?: boolean;
}

/** What a word that is no flag was meant to be, and the value behind it; `undefined` if that is not known. */
export type FlagHint = (name: string, value: string | undefined) => string | undefined;

export type FlagValues = Readonly<Record<string, string | boolean | undefined>>;

const usage = (message: string): Refusal => new Refusal(message, { exitCode: exitCodes.usage });

/**
 * Reads the words behind a command.
 *
 * @throws {Refusal} for an unknown flag, naming the nearest, and for a value that is missing or too much
 */
export function parseFlags(
  words: readonly string[],
  flags: readonly Flag[],
  hintOf: FlagHint = () => undefined,
): { readonly values: FlagValues; readonly positionals: readonly string[] } {
  const options = Object.fromEntries(flags.map(({ name, type }) => [name, { type }]));
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    allowNegative: true,
    strict: false,
    tokens: true,
  });
  const values: Record<string, string | boolean> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, on } = named(token.rawName, flags);
    const flag = flags.find((candidate) => candidate.name === name);
    if (flag === undefined) {
      const next = words[token.index + 1];
      const value = token.value ?? (next?.startsWith('-') === true ? undefined : next);
      throw unknownFlag(token.rawName, hintOf(name, value) ?? flagMeant(token.rawName, flags));
    }
    if (flag.type === 'boolean') {
      if (token.value !== undefined) throw usage(`${token.rawName} takes no value.`);
      values[name] = on;
    } else {
      if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) {
        throw usage(`${token.rawName} needs a value: ${token.rawName} ${flag.value ?? 'VALUE'}.`);
      }
      values[name] = token.value;
    }
  }
  return { values, positionals };
}

/** `--no-git` is `git` switched off; a flag that is off anyway has no such form. */
function named(rawName: string, flags: readonly Flag[]) {
  const name = rawName.replace(/^--?/u, '');
  const positive = name.replace(/^no-/u, '');
  const negated =
    positive !== name && flags.some((flag) => flag.name === positive && flag.negative);
  return negated ? { name: positive, on: false } : { name, on: true };
}

function flagMeant(rawName: string, flags: readonly Flag[]): string {
  const known = flags.flatMap(({ name, negative }) =>
    negative === true ? [`--${name}`, `--no-${name}`] : [`--${name}`],
  );
  return didYouMean(rawName, known);
}

const unknownFlag = (rawName: string, hint: string): Refusal =>
  usage(`${rawName} is no flag of this command; ${hint}`);
