import type { Model } from '../../../generators/core/model/model.ts';
import type { View } from '../../../generators/core/model/stack.ts';
import {
  defaultOf,
  isFilterable,
  isSortable,
  propertyOf,
} from '../../../generators/core/spec/field.ts';
import type { Field, Resource } from '../../../generators/core/spec/field.ts';
import { measureOf } from '../../../generators/core/spec/measures.ts';
import { namesOf } from '../../../generators/core/spec/names.ts';
import { py } from '../../../generators/core/render/quote.ts';
import { call, indented, list, listOfTexts, mapping } from './literals.ts';
import { sampleOf } from './names.ts';
import { sampleImports, sampleOfField } from './samples.ts';
import type { ResourceSlots } from './slots.ts';

type Reference = Extract<Field, { readonly type: 'reference' }>;

const isReference = (field: Field): field is Reference => field.type === 'reference';

/** Null in samples: the first row of all has none to refer to. */
const isToItself = (field: Field, { name }: Resource): boolean =>
  isReference(field) && field.resource === name;

const properties = (fields: readonly Field[]): readonly string[] => fields.map(propertyOf);

/** A default as it comes back. */
function defaultText(field: Field): string {
  const value = defaultOf(field);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value).replace('e+', 'e');
  const measure = field.type === 'datetime' ? measureOf(field) : undefined;
  const step = measure?.read(value);
  return py(step === undefined ? String(value) : String(measure?.write(step)));
}

const entry = (field: Field, value: string): string => `${py(propertyOf(field))}: ${value}`;

/** Samples of resources that this one refers to, `from .authors import (...)`: once, if there are any. */
function siblings(references: readonly Reference[], own: Resource, { spec }: Model) {
  const targets = new Set(references.map(({ resource }) => resource));
  const imports = spec.resources
    .filter(({ name }) => targets.has(name) && name !== own.name)
    .map((target) => ({ name: target.name, module: namesOf(target).many.snake }))
    .toSorted((a, b) => (a.module < b.module ? -1 : 1))
    .map(({ name, module }) => call(`from .${module}_sample import `, [sampleOf(name)]));
  return imports.length === 0 ? [] : [imports.join('\n')];
}

/** An argument, where there is something to tell. */
const argumentOf = (
  name: string,
  some: readonly Field[],
  text: (all: readonly Field[]) => string,
): readonly string[] => (some.length === 0 ? [] : [`${name}=${text(some)}`]);

/** The arguments of `Sample`: what all tests of rows must know of this resource. */
function sampleArguments(resource: Resource, references: readonly Reference[]): readonly string[] {
  const { fields } = resource;
  const own = (field: Field) => !isToItself(field, resource);
  const texts = (some: readonly Field[]) => listOfTexts(properties(some));
  const filterable = fields.filter((field) => isFilterable(field) && own(field));
  return [
    `sortable=${listOfTexts(['createdAt', ...properties(fields.filter(isSortable))])}`,
    `filterable=${texts(filterable)}`,
    `wrong=${mapping(fields.map((field) => entry(field, list(sampleOfField(field).wrong))))}`,
    ...argumentOf(
      'optional',
      fields.filter(({ required }) => !required),
      texts,
    ),
    ...argumentOf(
      'unique',
      fields.filter((field) => field.unique && own(field)),
      texts,
    ),
    ...argumentOf(
      'defaults',
      fields.filter((field) => defaultOf(field) !== undefined),
      (some) => mapping(some.map((field) => entry(field, defaultText(field)))),
    ),
    ...argumentOf('references', references, () =>
      mapping(
        references.map((field) =>
          entry(
            field,
            call('Reference', [
              `target=lambda: ${sampleOf(field.resource)}`,
              `on_delete="${field.onDelete}"`,
            ]),
          ),
        ),
      ),
    ),
  ];
}

const suiteImports = (suites: readonly { readonly name: string; readonly from: string }[]) =>
  [...new Set(suites.map(({ from }) => from))].toSorted().map((module) => {
    const names = suites.filter(({ from }) => from === module).map(({ name }) => name);
    return `from ${module} import ${names.toSorted().join(', ')}`;
  });

const rows = 'tests.support.rows';

/** What the tests of one resource print: a sample of each field, and what must be refused. */
export function sampleView(resource: Resource, model: Model, slots: ResourceSlots): View {
  const references = resource.fields.filter(isReference);
  const body = resource.fields.map((field) => ({
    property: propertyOf(field),
    value:
      isReference(field) && !isToItself(field, resource)
        ? `id_of(api, ${sampleOf(field.resource)})`
        : sampleOfField(field).value,
  }));
  const values = body.map(({ value }) => value);
  const hasTargets = values.some((value) => value.startsWith('id_of('));
  const suites = [
    { name: 'RowTests', from: rows },
    { name: 'PreconditionTests', from: rows },
    { name: 'ListingTests', from: rows },
    { name: 'RaceTests', from: 'tests.support.races' },
    ...(resource.fields.some(({ unique }) => unique)
      ? [{ name: 'UniqueTests', from: 'tests.support.unique' }]
      : []),
    ...(references.length > 0
      ? [{ name: 'ReferenceTests', from: 'tests.support.references' }]
      : []),
  ];
  const own = sampleImports(values);
  return {
    constant: sampleOf(resource.name),
    imports: own.length === 0 ? [] : [`${own.join('\n')}\n`],
    names: [
      ...(references.length > 0 ? ['Reference'] : []),
      'Row',
      'Sample',
      ...(hasTargets ? ['id_of'] : []),
    ].join(', '),
    siblings: siblings(references, resource, model),
    body: indented(mapping(body.map(({ property, value }) => `${py(property)}: ${value}`)), 4),
    arguments: sampleArguments(resource, references).map((text) => indented(text, 4)),
    suiteImports: suiteImports([...suites, ...slots.suites]),
    suites: suites.map(({ name }) => name),
    /** Once with all of them, if there are any. */
    access: slots.suites.length === 0 ? [] : [slots.suites.map(({ name }) => name)],
    owned:
      slots.owned.length === 0
        ? []
        : [indented(listOfTexts(slots.owned.map(({ property }) => property)), 4)],
  };
}
