import { Refusal } from '../../refusal.ts';
import type { Fault } from '../../refusal.ts';
import type { FieldType } from '../field.ts';
import { didYouMean } from '../nearest.ts';
import { fieldTypes } from '../parse-field.ts';
import { cutModifiers, unquoteValue } from './cut-word.ts';
import type { Piece } from './cut-word.ts';
import type { ManyInput } from './join-resource.ts';
import { keyOf, readSetting, settings, switches } from './modifiers.ts';
import type { Setting } from './modifiers.ts';
import { isRequired, modifierMeant, typeMeant } from './words-elsewhere.ts';

/** A field as a command is told it. */
export interface FieldInput {
  readonly name: string;
  /** For `parseSpec`, which has the last word. */
  readonly field: Readonly<Record<string, unknown>>;
  /** What the field gets in rows that are there already. */
  readonly fill?: unknown;
}

const misread = (at: number, message: string): Refusal =>
  new Refusal(`is not understood at character ${at}: ${message}`);

const words = ['ref', 'many', ...fieldTypes];

const required = 'a field is required unless it is optional';

/** What was meant by a word that is no type. */
function hintOfType(word: string, name: string): string {
  const lower = word.toLowerCase();
  const meant = typeMeant(lower);
  if (meant !== undefined) return `is no type; did you mean ${meant}?`;
  if (isRequired(lower)) return `is no type; ${required}: ${name}:string`;
  return switches.some((known) => known === lower)
    ? `is no type, and stands behind one: ${name}:string:${lower}`
    : `is no type; ${didYouMean(word, words)}`;
}

function hintOfModifier(word: string): string {
  const lower = word.toLowerCase();
  if (isRequired(lower)) return required;
  const meant = modifierMeant(lower);
  return meant === undefined
    ? didYouMean(word, [...switches, ...settings])
    : `did you mean ${meant}?`;
}

function readType(
  { text, at }: Piece,
  name: string,
): { type: FieldType; argument: string | undefined } {
  const equals = text.indexOf('=');
  const word = equals === -1 ? text : text.slice(0, equals);
  const argument = equals === -1 ? undefined : text.slice(equals + 1);
  const type = word === 'ref' ? 'reference' : fieldTypes.find((known) => known === word);
  if (type !== undefined) return { type, argument };
  throw misread(at, `${JSON.stringify(word)} ${hintOfType(word, name)}`);
}

/** What stands behind the `=` of a type. */
function argumentOf(type: FieldType, argument: string | undefined, at: number) {
  if (type === 'enum') {
    if (argument) return { values: argument.split(',') };
    throw misread(at, 'an enum lists its values: enum=draft,published');
  }
  if (type === 'reference') {
    if (argument) return { resource: argument };
    throw misread(at, 'a reference says to what: ref=author');
  }
  if (argument === undefined) return {};
  throw misread(at, `${type} takes no =; say what holds for it behind a colon: ${type}:unique`);
}

function readModifier({ text, at }: Piece, type: FieldType): readonly [string, unknown] {
  const equals = text.indexOf('=');
  const word = equals === -1 ? text : text.slice(0, equals);
  if (switches.some((known) => known === word)) {
    if (equals !== -1) throw misread(at, `${word} takes no value`);
    return word === 'optional' ? ['required', false] : [word, true];
  }
  const setting: Setting | undefined = settings.find((known) => known === word);
  if (setting === undefined) {
    throw misread(at, `${JSON.stringify(word)} is no modifier; ${hintOfModifier(word)}`);
  }
  if (equals === -1) throw misread(at, `${word} needs a value: ${word}=...`);
  const value = unquoteValue(text.slice(equals + 1));
  if (value === undefined) throw misread(at, 'the quotes do not end');
  const worth = readSetting(setting, value, type);
  return setting === 'fill' ? ['fill', worth] : [keyOf(setting, type), worth];
}

function readModifiers(pieces: readonly Piece[], type: FieldType): Record<string, unknown> {
  const keys: Record<string, unknown> = {};
  for (const piece of pieces) {
    const [key, value] = readModifier(piece, type);
    if (Object.hasOwn(keys, key)) throw misread(piece.at, `${key} is said twice`);
    keys[key] = value;
  }
  return keys;
}

function readMany(name: string, { text, at }: Piece, rest: number | undefined): ManyInput {
  const many = text.slice('many='.length);
  if (many === '') throw misread(at, 'many says of what: many=tag');
  if (rest === undefined) return { name, many };
  throw misread(rest, 'many takes no modifier');
}

const isMany = ({ text }: Piece): boolean => text === 'many' || text.startsWith('many=');

function read(word: string): FieldInput | ManyInput {
  const colon = word.indexOf(':');
  const name = colon === -1 ? word : word.slice(0, colon);
  if (colon === -1) {
    throw misread(word.length + 1, `a field has a type: ${name}:string`);
  }
  if (name === '') throw misread(1, 'a field has a name: title:string');
  const next = word.indexOf(':', colon + 1);
  const end = next === -1 ? word.length : next;
  const piece = { text: word.slice(colon + 1, end), at: colon + 2 };
  if (isMany(piece)) return readMany(name, piece, next === -1 ? undefined : next + 2);
  const { type, argument } = readType(piece, name);
  const own = argumentOf(type, argument, colon + 2);
  const pieces = next === -1 ? [] : cutModifiers(word, next + 1);
  const { fill, ...keys } = readModifiers(pieces, type);
  const field = { name, type, ...own, required: true, ...keys };
  return fill === undefined ? { name, field } : { name, field, fill };
}

/**
 * Reads a field as it is typed behind a command, `price:decimal:precision=10,scale=2:optional`. All
 * that is wrong with its values is left to `parseSpec`.
 *
 * @returns the field, of what there are to be many, or what is wrong with the word and where
 */
export function readFieldWord(word: string): FieldInput | ManyInput | Fault {
  try {
    return read(word);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { path: word, message: error.message };
  }
}
