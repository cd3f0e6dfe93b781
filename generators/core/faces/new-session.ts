import { basename, resolve } from 'node:path';
import { dimensions } from '../../../templates/choices.ts';
import { exitCodes, Refusal } from '../refusal.ts';
import type { Spec } from '../spec/spec.ts';
import { completeSpec } from './answers.ts';
import type { Answers } from './answers.ts';
import type { Asker } from './asker.ts';
import type { FlagValues } from './flags.ts';
import { sh, wayTo } from './sh.ts';
import { askMissing } from './questions.ts';

const textKeys = ['name', 'description', ...dimensions.map(({ id }) => id)] as const;
const keys: readonly string[] = [...textKeys, 'example'];

const fromFile = async (source: string) => (await import('./answers-file.ts')).readAnswers(source);

/** What flags and answers file say, the flag before the file. */
async function given(values: FlagValues): Promise<Record<string, unknown>> {
  const source = values['answers'];
  const file = typeof source === 'string' ? await fromFile(source) : {};
  const flags = keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]]));
  return { ...file, ...Object.fromEntries(flags) };
}

/** The folder is the name, where the name can be a folder. */
async function folderOf(directory: string | undefined, asker: Asker | undefined): Promise<string> {
  if (directory !== undefined && directory !== '') return directory;
  if (asker === undefined) {
    throw new Refusal('Say where the project goes: groundwork new <dir>.', {
      exitCode: exitCodes.usage,
    });
  }
  const answer = await asker.ask({
    kind: 'text',
    key: 'directory',
    message: 'In which folder does it go?',
    initial: 'my-api',
    faultOf: (text) => (text.trim() === '' ? 'name a folder' : undefined),
  });
  return String(answer);
}

export interface Session {
  readonly root: string;
  readonly spec: Spec;
}

/**
 * From what a face was told to a spec: flag, then answers file, then question, then default.
 *
 * @param asker `undefined` when nobody may be asked
 * @throws {Refusal} with everything that is wrong at once
 */
export async function openSession(
  directory: string | undefined,
  values: FlagValues,
  asker: Asker | undefined,
): Promise<Session> {
  const root = resolve(await folderOf(directory, asker));
  const known: Answers = { given: await given(values), suggestedName: basename(root) };
  const answers = asker === undefined ? known.given : await askMissing(known, asker);
  return { root, spec: completeSpec({ ...known, given: answers }) };
}

/** A flag with its value, which may look like a flag itself. */
const said = (flag: string, value: string): readonly string[] =>
  value.startsWith('-') ? [`--${flag}=${value}`] : [`--${flag}`, value];

/** The command that does the same without questions. */
export function equivalentCommand(
  program: string,
  { root, spec }: Session,
  values: FlagValues,
): string {
  const { answers, example = spec.resources.length === 0 ? false : undefined } = values;
  const words = [
    wayTo(root) || '.',
    ...textKeys.flatMap((key) => said(key, spec[key])),
    ...(typeof answers === 'string' ? said('answers', answers) : []),
    ...(typeof example === 'boolean' ? [example ? '--example' : '--no-example'] : []),
    ...['install', 'git'].flatMap((flag) => (values[flag] === false ? [`--no-${flag}`] : [])),
    ...['verify', 'force'].flatMap((flag) => (values[flag] === true ? [`--${flag}`] : [])),
    '--yes',
  ];
  return `${program} ${words.map(sh).join(' ')}`;
}
