import { settingWords } from '../../spec/edit/print-field-word.ts';
import type { Field, FieldType } from '../../spec/field.ts';
import { enumValue, faultOfFieldName } from '../../spec/name-rules.ts';
import { fieldTypes } from '../../spec/parse-field.ts';
import { neverUnique } from '../../spec/parse-modifiers.ts';
import type { Asker, Option } from '../asker.ts';
import { fieldHints, manyHint } from './field-hints.ts';

const typeOptions: readonly Option[] = [
  ...fieldTypes.map((type) => ({ value: type, label: type, hint: fieldHints[type] })),
  { value: 'many', label: 'many', hint: manyHint },
];

const valuesIn = (text: string): readonly string[] => text.split(/[\s,]+/u).filter(Boolean);

/**
 * What a type must be told: the values of an enum, the target of a reference.
 *
 * @param before the field of this type that is there already
 */
async function askArgument(
  asker: Asker,
  key: string,
  type: FieldType | 'many',
  { resources, before }: { resources: readonly string[]; before: Field | undefined },
): Promise<string> {
  if (type === 'enum') {
    const values = await asker.ask({
      kind: 'text',
      key: `${key}.values`,
      message: 'Which values can it have? (draft,published)',
      initial: before?.type === 'enum' ? before.values.join(',') : '',
      faultOf: (text) =>
        valuesIn(text).length > 0 && valuesIn(text).every((value) => enumValue.test(value))
          ? undefined
          : 'words of letters, digits, - and _, with commas between them',
    });
    return `enum=${valuesIn(String(values)).join(',')}`;
  }
  if (type !== 'reference' && type !== 'many') return type;
  const options = resources.map((name) => ({ value: name, label: name, hint: '' }));
  const target = await asker.ask({
    kind: 'choice',
    key: `${key}.resource`,
    message: type === 'many' ? 'Of what are there many?' : 'To what does it refer?',
    initial: before?.type === 'reference' ? before.resource : (resources[0] ?? ''),
    options,
  });
  return `${type === 'many' ? 'many' : 'ref'}=${String(target)}`;
}

const askFlag = (asker: Asker, key: string, message: string, initial: boolean) =>
  asker.ask({ kind: 'confirm', key, message, initial });

/** What is there already when fields are asked for. */
interface Known {
  /** What a reference may refer to. */
  readonly resources: readonly string[];
  /** What the resource has; none if it is a new one. */
  readonly fields: readonly Field[];
}

async function askField(
  asker: Asker,
  key: string,
  name: string,
  { resources, fields }: Known,
): Promise<string> {
  const before = fields.find((field) => field.name === name);
  const type = (await asker.ask({
    kind: 'choice',
    key: `${key}.type`,
    message:
      before === undefined ? `What is ${name}?` : `There is ${name} already; what is it now?`,
    initial: before?.type ?? 'string',
    options: typeOptions,
    // The options are the types.
  })) as FieldType | 'many';
  const kept = before?.type === type ? before : undefined;
  const argument = await askArgument(asker, key, type, { resources, before: kept });
  if (type === 'many') return `${name}:${argument}`;
  const isRequired = await askFlag(
    asker,
    `${key}.required`,
    'Does every row have one?',
    before?.required ?? true,
  );
  const isUnique =
    !neverUnique.has(type) &&
    (await askFlag(
      asker,
      `${key}.unique`,
      'Does no other row have the same?',
      before?.unique ?? false,
    ));
  return [
    name,
    argument,
    ...(isRequired ? [] : ['optional']),
    ...(isUnique ? ['unique'] : []),
    // What is unique has an index already.
    ...(kept?.index === true && !isUnique ? ['index'] : []),
    ...(kept === undefined ? [] : settingWords(kept)),
  ].join(':');
}

function messageFor({ fields }: Known, isFirst: boolean): string {
  if (!isFirst) return 'And the next? (empty: no more)';
  if (fields.length === 0) return 'What is its first field called?';
  return `What is the field called? (it has ${fields.map(({ name }) => name).join(', ')})`;
}

/**
 * Asks for fields, one after the other, until an empty name says that these are all.
 *
 * @param before the words for what was asked already
 * @returns the words that say the same behind a command
 * @throws {Refusal} with exit code 130 when the person cancels
 */
export async function askFields(
  asker: Asker,
  known: Known,
  before: readonly string[] = [],
): Promise<readonly string[]> {
  const key = `field${before.length + 1}`;
  const isFirst = before.length === 0;
  const isTaken = (name: string) => before.some((word) => word.startsWith(`${name}:`));
  const answer = await asker.ask({
    kind: 'text',
    key,
    message: messageFor(known, isFirst),
    initial: '',
    faultOf: (text) => {
      if (text === '' && !isFirst) return undefined;
      return isTaken(text) ? 'is there already' : faultOfFieldName(text);
    },
  });
  if (answer === '') return before;
  const word = await askField(asker, key, String(answer), known);
  return askFields(asker, known, [...before, word]);
}
