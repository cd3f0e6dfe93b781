import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../refusal.ts';
import type { Resource } from '../field.ts';
import { didYouMean } from '../nearest.ts';
import { refusalOf } from '../parse.ts';
import type { Json } from '../reader.ts';
import type { Spec } from '../spec.ts';
import { draftOf, validated } from './validated.ts';

/** @throws {Refusal} naming the nearest, when there is no such resource */
export function resourceNamed({ resources }: Spec, name: string): Resource {
  const found = resources.find((resource) => resource.name === name);
  if (found !== undefined) return found;
  const names = resources.map((resource) => resource.name);
  const hint = names.length === 0 ? 'there is none yet' : didYouMean(name, names);
  const message = `is no resource of this project; ${hint}`;
  throw refusalOf([{ path: JSON.stringify(name), message }]);
}

/** Takes the place of a resource of the same name. */
const replacing = (spec: Spec, input: Json): Spec => {
  const { resources, ...rest } = draftOf(spec);
  const put = resources.map((resource) => (resource['name'] === input['name'] ? input : resource));
  return validated({ ...rest, resources: put });
};

function refuseOther(spec: Spec, input: Json, was: Resource): void {
  const is = replacing(spec, input).resources.find(({ name }) => name === was.name);
  if (isDeepStrictEqual(is, was)) return;
  throw new Refusal(
    `There is a resource ${was.name} already, and it is another one; change it with groundwork field ${was.name} ..., or choose another name.`,
  );
}

/**
 * The spec with more resources. Those that it has already, just so, change nothing.
 *
 * @throws {Refusal} when one is not valid, or a different one has its name
 */
export function addResources(spec: Spec, inputs: readonly Json[]): Spec {
  const draft = draftOf(spec);
  const known = new Map(spec.resources.map((resource) => [resource.name, resource]));
  const isKnown = ({ name }: Json): boolean => typeof name === 'string' && known.has(name);
  const after = validated({
    ...draft,
    resources: [...draft.resources, ...inputs.filter((input) => !isKnown(input))],
  });
  for (const input of inputs) {
    const was = known.get(String(input['name']));
    // What is there may refer to what is new.
    if (was !== undefined) refuseOther(after, input, was);
  }
  return after;
}

/** The references to a resource from others, as `book.author`. */
const referencesTo = ({ resources }: Spec, name: string): readonly string[] =>
  resources
    .filter((resource) => resource.name !== name)
    .flatMap((resource) =>
      resource.fields.flatMap((field) =>
        field.type === 'reference' && field.resource === name
          ? [`${resource.name}.${field.name}`]
          : [],
      ),
    );

/**
 * The spec without a resource.
 *
 * @throws {Refusal} when there is none, or others refer to it
 */
export function removeResource(spec: Spec, name: string): Spec {
  resourceNamed(spec, name);
  const references = referencesTo(spec, name);
  if (references.length > 0) {
    throw new Refusal(
      `${name} is still referred to by ${references.join(', ')}; remove ${references.length === 1 ? 'that' : 'those'} first.`,
    );
  }
  const { resources, ...rest } = draftOf(spec);
  return validated({ ...rest, resources: resources.filter((input) => input['name'] !== name) });
}
