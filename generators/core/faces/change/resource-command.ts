import pluralize from 'pluralize';
import { exitCodes, Refusal } from '../../refusal.ts';
import { printFieldWord } from '../../spec/edit/print-field-word.ts';
import { addResources, resourceNamed } from '../../spec/edit/resources.ts';
import type { Resource } from '../../spec/field.ts';
import { faultOfResourceName } from '../../spec/name-rules.ts';
import { pluralOf } from '../../spec/plural.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Asker } from '../asker.ts';
import { askFields } from './ask-fields.ts';
import { changeFlags } from './change-flags.ts';
import type { ChangeCommand, Edit, Told } from './command.ts';
import { fillsOf, joinsOf, printMany, readFields } from './read-fields.ts';
import type { Inputs } from './read-fields.ts';

const usage = (message: string): Refusal => new Refusal(message, { exitCode: exitCodes.usage });

async function nameOf(said: string | undefined, asker: Asker | undefined): Promise<string> {
  if (said !== undefined) return said;
  if (asker === undefined) {
    throw usage('Say what it is called: groundwork resource book title:string ...');
  }
  const name = await asker.ask({
    kind: 'text',
    key: 'name',
    message: 'What is one of them called? (book, purchaseOrder)',
    initial: '',
    faultOf: faultOfResourceName,
  });
  return String(name);
}

async function inputsOf(
  { words: [name = '', ...words], asker }: Told,
  spec: Spec,
): Promise<Inputs> {
  if (words.length > 0) return readFields(words);
  if (asker === undefined) {
    throw usage(`Say which fields ${name} has: groundwork resource ${name} title:string ...`);
  }
  const names = spec.resources.map((resource) => resource.name);
  return readFields(await askFields(asker, { resources: [name, ...names], fields: [] }));
}

/** A name may be its own plural, or look like one: then somebody who can be asked decides. */
async function askedPlural(name: string, asker: Asker): Promise<string | undefined> {
  const looksLikePlural = pluralize.isPlural(name) && pluralize.singular(name) !== name;
  if (!looksLikePlural && pluralize.plural(name) !== name) return undefined;
  const plural = await asker.ask({
    kind: 'text',
    key: 'plural',
    message: `What are several called, if ${name} is one?`,
    initial: pluralOf(name),
    faultOf: (text) => (text === name ? 'must differ from the name' : faultOfResourceName(text)),
  });
  return String(plural);
}

/** The words that say the same; what is the default goes without saying. */
const wordsOf = (
  { name, plural, shared, fields }: Resource,
  many: Inputs['many'],
): readonly string[] => [
  name,
  ...fields.map((field) => printFieldWord(field)),
  ...many.map(printMany),
  ...(plural === pluralOf(name) ? [] : ['--plural', plural]),
  ...(shared ? ['--shared'] : []),
];

async function fromFile({ repository, words, values }: Told, source: string): Promise<Edit> {
  if (words.length > 0 || values['plural'] !== undefined || values['shared'] !== undefined) {
    throw usage('--from brings whole resources; leave out the name, the fields and their flags.');
  }
  const { readResources } = await import('./read-resources.ts');
  const spec = addResources(repository.spec, await readResources(source));
  return { spec, words: () => ['--from', source] };
}

async function fromWords(told: Told): Promise<Edit> {
  const { repository, values, asker } = told;
  const name = await nameOf(told.words[0], asker);
  const said = typeof values['plural'] === 'string' ? values['plural'] : undefined;
  const known = repository.spec.resources.some((resource) => resource.name === name);
  const plural =
    said ?? (asker === undefined || known ? undefined : await askedPlural(name, asker));
  const words = [name, ...told.words.slice(1)];
  const { fields, many } = await inputsOf({ ...told, words }, repository.spec);
  if (fillsOf(name, fields).size > 0) {
    throw usage('fill= is for rows that are there already; a new resource has none.');
  }
  const resource = {
    name,
    ...(plural === undefined ? {} : { plural }),
    ...(values['shared'] === true ? { shared: true } : {}),
    fields: fields.map(({ field }) => field),
  };
  const joins = joinsOf(repository.spec, name, many);
  const spec = addResources(repository.spec, [resource, ...joins]);
  return { spec, words: () => wordsOf(resourceNamed(spec, name), many) };
}

/** `resource`: adds one from words or questions, or several from a file. */
export const resourceCommand: ChangeCommand = {
  name: 'resource',
  purpose: 'write',
  flags: [
    { name: 'plural', type: 'string', value: 'NAME', does: 'what several of them are called' },
    { name: 'shared', type: 'boolean', does: 'its rows belong to everybody' },
    {
      name: 'from',
      type: 'string',
      value: 'FILE|-',
      does: 'resources as JSON, all or none; see groundwork schema',
    },
    ...changeFlags,
  ],
  edit: (told) => {
    const source = told.values['from'];
    return typeof source === 'string' ? fromFile(told, source) : fromWords(told);
  },
};
