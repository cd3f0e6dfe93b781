import type { Model } from '../../../generators/core/model/model.ts';
import type { View } from '../../../generators/core/model/stack.ts';
import {
  defaultOf,
  isFilterable,
  isSortable,
  propertyOf,
} from '../../../generators/core/spec/field.ts';
import type { Field, Resource } from '../../../generators/core/spec/field.ts';
import { yieldingReferences } from '../../../generators/core/spec/on-delete.ts';
import { namesOf } from '../../../generators/core/spec/names.ts';
import { codeOf } from './fields.ts';
import { literal, quoted } from './literals.ts';

type Reference = Extract<Field, { readonly type: 'reference' }>;

const isReference = (field: Field): field is Reference => field.type === 'reference';
/** Null in samples: the first row of all has none to refer to. */
const isToItself = (field: Field, { name }: Resource): boolean =>
  isReference(field) && field.resource === name;
const support = (file: string, what: string): string =>
  `import ${what} from '../support/resource/${file}.ts';`;

/** Imports of the samples of resources, but not of the one that is being described. */
function sampleImports(references: readonly Reference[], own: Resource, { spec }: Model) {
  const targets = new Set(references.map(({ resource }) => resource));
  return spec.resources
    .filter(({ name }) => targets.has(name) && name !== own.name)
    .map(
      (target) =>
        `import { ${target.name}Sample } from './${namesOf(target).many.kebab}.sample.ts';`,
    );
}

/** What the tests must know of a field with a default, beside its sample. */
function defaultView(field: Field) {
  const value = defaultOf(field);
  if (value === undefined) return [];
  const wrong = codeOf(field).wrong.join(', ');
  return [
    `${propertyOf(field)}: { value: ${literal(value)}, optional: ${!field.required}, wrong: [${wrong}] }`,
  ];
}

/** The suites for what only some resources have: their imports and their calls. */
function suites(resource: Resource, model: Model) {
  const references = resource.fields.filter(isReference);
  const restricting = references.filter(({ onDelete }) => onDelete === 'restrict');
  const yielding = yieldingReferences(resource);
  const unique = resource.fields.filter((field) => field.unique && !isToItself(field, resource));
  const imports: string[] = [];
  const calls: string[] = [];
  if (restricting.length > 0) {
    const targets = restricting.map((field) => `${propertyOf(field)}: ${field.resource}Sample`);
    imports.push(support('references', '{ testReferences }'));
    calls.push(`testReferences(${resource.name}Sample, { ${targets.join(', ')} });`);
  }
  if (yielding.length > 0) {
    const targets = yielding.map(
      (field) =>
        `${propertyOf(field)}: { target: ${field.resource}Sample, onDelete: ${quoted(field.onDelete)} }`,
    );
    imports.push(support('on-delete', '{ testOnDelete }'));
    calls.push(`testOnDelete(${resource.name}Sample, { ${targets.join(', ')} });`);
  }
  if (unique.length > 0) {
    const properties = unique.map((field) => quoted(propertyOf(field)));
    imports.push(support('unique-fields', '{ testUniqueFields }'));
    calls.push(`testUniqueFields(${resource.name}Sample, [${properties.join(', ')}]);`);
  }
  const defaults = resource.fields.flatMap(defaultView);
  if (defaults.length > 0) {
    imports.push(support('defaults', '{ testDefaults }'));
    calls.push(`testDefaults(${resource.name}Sample, { ${defaults.join(', ')} });`);
  }
  const merged = resource.fields.filter(({ type }) => type === 'json');
  if (merged.length > 0) {
    const properties = merged.map((field) => quoted(propertyOf(field)));
    imports.push(support('merging', '{ testMerging }'));
    calls.push(`testMerging(${resource.name}Sample, [${properties.join(', ')}]);`);
  }
  return { imports: [...imports, ...sampleImports(references, resource, model)], calls };
}

/** The parameters of a sample that its values use: a linter does not let others stand. */
function parametersOf(values: readonly string[]): string {
  const uses = (name: string) =>
    values.some((value) => new RegExp(`\\b${name}\\b`, 'u').test(value));
  if (uses('number')) return 'app, number';
  return uses('app') ? 'app' : '';
}

/** What the tests of one resource print: a sample of each field, and what must be refused. */
export function sampleView(resource: Resource, model: Model): View {
  const { fields } = resource;
  const needed = fields.filter(isReference).filter((field) => !isToItself(field, resource));
  const { imports, calls } = suites(resource, model);
  // The others have a suite of their own: what is sent when they are not is no matter of null.
  const plain = fields.filter((field) => defaultOf(field) === undefined);
  const body = fields.map((field) => ({
    property: propertyOf(field),
    value:
      isReference(field) && !isToItself(field, resource)
        ? `await idOf(app, ${field.resource}Sample, number)`
        : codeOf(field).sample,
  }));
  return {
    body,
    parameters: parametersOf(body.map(({ value }) => value)),
    optional: plain.filter(({ required }) => !required).map(propertyOf),
    sortable: fields.filter(isSortable).map(propertyOf),
    filterable: fields
      .filter((field) => isFilterable(field) && !isToItself(field, resource))
      .map(propertyOf),
    wrong: plain.map((field) => ({
      property: propertyOf(field),
      values: codeOf(field).wrong.join(', '),
    })),
    imports: [
      ...(fields.some(({ type }) => type === 'enum') ? [support('one-of', '{ oneOf }')] : []),
      ...(needed.length > 0 ? [support('referring', '{ idOf }')] : []),
      support('resource', 'type { Resource }'),
      ...sampleImports(needed, resource, model),
    ],
    suiteImports: imports,
    suites: calls,
  };
}
