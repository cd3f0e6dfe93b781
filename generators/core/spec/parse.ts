import { dimensions } from '../../../templates/choices.ts';
import { exitCodes, Refusal } from '../refusal.ts';
import type { Fault } from '../refusal.ts';
import type { Choice } from './dimension.ts';
import { faultOfProjectName } from './name-rules.ts';
import { didYouMean } from './nearest.ts';
import { parseResources } from './parse-resource.ts';
import type { Reserved } from './parse-resource.ts';
import { reader } from './reader.ts';
import type { Json, Reader } from './reader.ts';
import { brokenRules, sentenceOf } from './rules.ts';
import type { Choices, Spec } from './spec.ts';

const longestDescription = 200;

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;

/** Why a text cannot be the description of a project, or `undefined`. */
export function faultOfDescription(text: string): string | undefined {
  if (controls.test(text)) return 'must be one line without control characters';
  if (!text.isWellFormed()) return 'must be well-formed Unicode';
  if (text.trim() !== text) return 'must not begin or end with white space';
  return [...text].length > longestDescription
    ? `must have at most ${longestDescription} characters`
    : undefined;
}

function parseText(
  raw: Json,
  key: string,
  faultOf: (text: string) => string | undefined,
  read: Reader,
): string {
  const text = read.text(raw[key], key);
  const fault = text === undefined ? undefined : faultOf(text);
  if (fault !== undefined) read.fault(key, fault);
  return text ?? '';
}

function parseChoices(raw: Json, read: Reader): Choices {
  const chosen: Record<string, string> = {};
  for (const { id, choices } of dimensions) {
    const ids: readonly string[] = choices.map((choice) => choice.id);
    const value = read.text(raw[id], id);
    if (value === undefined) continue;
    if (ids.includes(value)) chosen[id] = value;
    else read.fault(id, `${JSON.stringify(value)} is no choice; ${didYouMean(value, ids)}`);
  }
  for (const broken of brokenRules(chosen)) {
    read.fault(Object.keys(broken.when).join(', '), sentenceOf(broken));
  }
  // Every dimension is set, or a fault was recorded and the result is not used.
  return chosen as unknown as Choices;
}

/** The names that the choices need for themselves. */
function reservedBy(chosen: Choices): Reserved {
  return new Map(
    dimensions.flatMap(({ id, choices }) => {
      const choice: Choice | undefined = choices.find((candidate) => candidate.id === chosen[id]);
      return (choice?.reserves ?? []).map((name) => [name, `${id}=${choice?.id}`] as const);
    }),
  );
}

const specKeys: readonly string[] = [
  'name',
  'description',
  ...dimensions.map(({ id }) => id),
  'resources',
];

/**
 * The one way from data to a spec: prompts, flags and files all end here.
 *
 * @param found what is known to be wrong already, to be told with the rest
 * @throws {Refusal} with every fault and its path
 */
export function parseSpec(input: unknown, found: readonly Fault[] = []): Spec {
  const read = reader(found);
  const raw = read.object(input, '') ?? {};
  read.keys(raw, '', specKeys);
  const name = parseText(raw, 'name', faultOfProjectName, read);
  const description = parseText(raw, 'description', faultOfDescription, read);
  const chosen = parseChoices(raw, read);
  const spec: Spec = {
    name,
    description,
    ...chosen,
    resources: parseResources(
      raw['resources'] === undefined ? [] : raw['resources'],
      'resources',
      read,
      reservedBy(chosen),
    ),
  };
  if (read.faults.length > 0) throw refusalOf(read.faults);
  return spec;
}

function sentence({ path, message }: Fault): string {
  const text = `${path === '' ? 'the answer' : path} ${message}`;
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}

/** One sentence for a single fault; a list for more. */
export function refusalOf(faults: readonly Fault[]): Refusal {
  const [first, ...others] = faults;
  const message =
    first !== undefined && others.length === 0
      ? sentence(first)
      : `${faults.length} answers are wrong; mend them and run the command again.`;
  return new Refusal(message, { exitCode: exitCodes.usage, faults });
}
