import { exitCodes, Refusal } from '../../refusal.ts';
import type { FieldInput } from '../../spec/edit/field-word.ts';
import { putFields } from '../../spec/edit/fields.ts';
import { printFieldWord } from '../../spec/edit/print-field-word.ts';
import { addResources, resourceNamed } from '../../spec/edit/resources.ts';
import { askFields } from './ask-fields.ts';
import { askResource } from './ask-resource.ts';
import { changeFlags } from './change-flags.ts';
import type { ChangeCommand, Edit, Told } from './command.ts';
import { fillsOf, joinsOf, printMany, readFields } from './read-fields.ts';
import type { Inputs } from './read-fields.ts';

const call = 'groundwork field book subtitle:string:optional';

/** Rows that are there may lack a field that is optional. */
function refuseIdleFills(inputs: readonly FieldInput[]): void {
  const idle = inputs.find(({ field, fill }) => fill !== undefined && field['required'] !== true);
  if (idle === undefined) return;
  throw new Refusal(`fill= is for required fields; ${idle.name} is optional.`, {
    exitCode: exitCodes.usage,
  });
}

async function inputsOf(
  { repository: { spec }, words: [, ...words], asker }: Told,
  name: string,
): Promise<Inputs> {
  if (words.length > 0) return readFields(words);
  if (asker === undefined) {
    throw new Refusal(`Say which fields: ${call.replace('book', name)}.`, {
      exitCode: exitCodes.usage,
    });
  }
  const resources = spec.resources.map((resource) => resource.name);
  const { fields } = resourceNamed(spec, name);
  return readFields(await askFields(asker, { resources, fields }));
}

async function edit(told: Told): Promise<Edit> {
  const { spec } = told.repository;
  const name = await askResource(told.words[0], spec, told.asker, call);
  resourceNamed(spec, name);
  const inputs = await inputsOf(told, name);
  const put = putFields(
    spec,
    name,
    inputs.fields.map(({ field }) => field),
  );
  refuseIdleFills(inputs.fields);
  const after = addResources(put, joinsOf(spec, name, inputs.many));
  const said = new Set(inputs.fields.map((input) => input.name));
  const touched = resourceNamed(after, name).fields.filter((field) => said.has(field.name));
  return {
    spec: after,
    fills: fillsOf(name, inputs.fields),
    words: (fills) => [
      name,
      ...touched.map((field) => printFieldWord(field, fills.get(`${name}.${field.name}`))),
      ...inputs.many.map(printMany),
    ],
  };
}

/** `field`: adds fields to a resource, or says anew what they are. */
export const fieldCommand: ChangeCommand = {
  name: 'field',
  purpose: 'write',
  flags: changeFlags,
  edit,
};
