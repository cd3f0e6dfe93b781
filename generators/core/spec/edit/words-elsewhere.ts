import type { FieldType } from '../field.ts';
import type { Setting, Switch } from './modifiers.ts';

/** How other programs call our types. */
const types: ReadonlyMap<string, FieldType> = new Map([
  ['int', 'integer'],
  ['number', 'integer'],
  ['long', 'bigint'],
  ['bool', 'boolean'],
  ['varchar', 'string'],
  ['char', 'string'],
  ['str', 'string'],
  ['double', 'float'],
  ['real', 'float'],
  ['money', 'decimal'],
  ['numeric', 'decimal'],
  ['timestamp', 'datetime'],
  ['time', 'datetime'],
  ['object', 'json'],
  ['jsonb', 'json'],
  ['guid', 'uuid'],
  ['mail', 'email'],
  ['link', 'url'],
  ['references', 'reference'],
]);

/** How they call our modifiers. */
const modifiers: ReadonlyMap<string, Switch | Setting> = new Map([
  ['null', 'optional'],
  ['nullable', 'optional'],
  ['uniq', 'unique'],
  ['length', 'max'],
  ['maxlength', 'max'],
  ['minlength', 'min'],
]);

export const typeMeant = (word: string): FieldType | undefined => types.get(word);

export const modifierMeant = (word: string): Switch | Setting | undefined => modifiers.get(word);

/** Elsewhere fields are optional, and this makes them required. */
export const isRequired = (word: string): boolean => word === 'required' || word === 'notnull';
