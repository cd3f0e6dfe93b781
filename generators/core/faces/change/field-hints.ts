import type { Setting, Switch } from '../../spec/edit/modifiers.ts';
import type { FieldType } from '../../spec/field.ts';

/** What each type of field is for, in a few words. */
export const fieldHints: Readonly<Record<FieldType, string>> = {
  string: 'a line of text of at most 255 characters',
  text: 'a longer text',
  email: 'an e-mail address',
  url: 'a web address',
  uuid: 'an identifier from elsewhere',
  integer: 'a whole number of 32 bits',
  bigint: 'a whole number of 64 bits',
  decimal: 'an exact number, as for money',
  float: 'a number as it is measured',
  boolean: 'true or false',
  date: 'a day',
  datetime: 'a moment',
  json: 'an object or a list, as it comes',
  enum: 'one of a few words',
  reference: 'another row, of this or another resource',
};

export const manyHint = 'many of another resource, by a resource of pairs';

/** What each modifier says of a field. */
export const modifierHints: Readonly<Record<Switch | Setting, string>> = {
  optional: 'rows may be without; all other fields are required',
  unique: 'no two rows have the same',
  index: 'lists can be filtered by it, and are fast',
  default: 'what is set when nothing is sent',
  min: 'the least that it may be; of texts, how short',
  max: 'the most that it may be; of texts, how long',
  precision: 'digits of a decimal, all told',
  scale: 'digits of a decimal behind the point',
  ondelete: 'of a reference: restrict, cascade or setnull',
  fill: 'what rows get that are there already, of a field that is required now',
};
