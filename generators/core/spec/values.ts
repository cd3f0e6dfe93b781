import type { FieldKind } from './field.ts';
import { measureOf } from './measures.ts';

export type Value = string | number | boolean;

/** The values of one field, as a spec writes them down. */
export interface Values {
  /** The value in the form in which it comes back; `undefined` when it is none. */
  readonly read: (value: unknown) => Value | undefined;
  /** What a value looks like. */
  readonly notation: string;
}

const longestEmail = 254;
const longestUrl = 2000;

/** As the generated code has it: what is a default there is not looked at again. */
const email =
  /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/u;
const url = /^https?:\/\/(?![/?#])(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/iu;
const uuid =
  /^(?:[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|0{8}(?:-0{4}){3}-0{12}|f{8}(?:-f{4}){3}-f{12})$/u;

const texts = (
  notation: string,
  isValid: (text: string) => boolean,
  shown = (text: string): string => text,
): Values => ({
  read: (value) => (typeof value === 'string' && isValid(shown(value)) ? shown(value) : undefined),
  notation,
});

const lowerCase = (text: string): string => text.toLowerCase();

interface Lengths {
  readonly minLength: number;
  readonly maxLength: number;
}

const characters = ({ minLength, maxLength }: Lengths): Values =>
  texts(
    `a text of ${minLength} to ${maxLength} characters, without white space at its ends`,
    (text) => {
      const { length } = [...text];
      const isStorable = text.isWellFormed() && !text.includes('\0') && text.trim() === text;
      return isStorable && length >= minLength && length <= maxLength;
    },
  );

/** The values that a field of this kind takes; `undefined` where a spec cannot write them down. */
export function valuesOf(kind: FieldKind): Values | undefined {
  switch (kind.type) {
    case 'string':
    case 'text':
      return characters(kind);
    case 'email':
      return texts(
        'an e-mail address',
        (text) => text.length <= longestEmail && email.test(text),
        lowerCase,
      );
    case 'url':
      return texts(
        'an absolute http or https URL',
        (text) => text.length <= longestUrl && url.test(text) && URL.canParse(text),
      );
    case 'uuid':
      return texts('a UUID', (text) => uuid.test(text), lowerCase);
    case 'boolean':
      return {
        read: (value) => (typeof value === 'boolean' ? value : undefined),
        notation: 'true or false',
      };
    case 'enum':
      return texts(`one of ${kind.values.join(', ')}`, (text) => kind.values.includes(text));
    case 'json':
    case 'reference':
      return undefined;
    default:
      return measured(kind);
  }
}

function measured(kind: FieldKind): Values | undefined {
  const measure = measureOf(kind);
  if (measure === undefined) return undefined;
  const { read, write, notation } = measure;
  return {
    read: (value) => {
      const step = read(value);
      return step === undefined ? undefined : write(step);
    },
    notation,
  };
}
