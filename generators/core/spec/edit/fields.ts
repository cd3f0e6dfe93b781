import { Refusal } from '../../refusal.ts';
import type { Resource } from '../field.ts';
import { didYouMean } from '../nearest.ts';
import { refusalOf } from '../parse.ts';
import type { Json } from '../reader.ts';
import type { Spec } from '../spec.ts';
import { resourceNamed } from './resources.ts';
import { asJson, draftOf, validated } from './validated.ts';

function withFields(spec: Spec, { name }: Resource, fields: readonly Json[]): Spec {
  const { resources, ...rest } = draftOf(spec);
  const put = resources.map((resource) =>
    resource['name'] === name ? { ...resource, fields } : resource,
  );
  return validated({ ...rest, resources: put });
}

/**
 * The spec with more fields in a resource, the new ones behind the others; a field that is there
 * already becomes what is said now, in its place.
 *
 * @throws {Refusal} when there is no such resource, or a field is not valid
 */
export function putFields(spec: Spec, resourceName: string, inputs: readonly Json[]): Spec {
  const resource = resourceNamed(spec, resourceName);
  const fields = resource.fields.map(asJson);
  for (const input of inputs) {
    const place = resource.fields.findIndex(({ name }) => name === input['name']);
    if (place === -1) fields.push(input);
    else fields[place] = input;
  }
  return withFields(spec, resource, fields);
}

/**
 * The spec without a field.
 *
 * @throws {Refusal} when there is none of that name, or no other would be left
 */
export function removeField(spec: Spec, resourceName: string, fieldName: string): Spec {
  const resource = resourceNamed(spec, resourceName);
  const names = resource.fields.map(({ name }) => name);
  if (!names.includes(fieldName)) {
    const message = `has no field ${JSON.stringify(fieldName)}; ${didYouMean(fieldName, names)}`;
    throw refusalOf([{ path: resourceName, message }]);
  }
  if (names.length === 1) {
    throw new Refusal(
      `${fieldName} is the only field of ${resourceName}; remove the whole: groundwork remove resource ${resourceName}.`,
    );
  }
  const left = resource.fields.filter(({ name }) => name !== fieldName);
  return withFields(spec, resource, left.map(asJson));
}
