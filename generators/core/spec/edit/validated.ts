import { Refusal } from '../../refusal.ts';
import type { Fault } from '../../refusal.ts';
import { parseSpec, refusalOf } from '../parse.ts';
import type { Json } from '../reader.ts';
import type { Spec } from '../spec.ts';

/** A spec that is being edited: what it holds may be anything yet. */
export interface Draft extends Json {
  readonly resources: readonly Json[];
}

/** A resource as data that may be edited; the spec itself is typed deeper than we need. */
export const asJson = (value: object): Json => ({ ...value });

export const draftOf = (spec: Spec): Draft => ({ ...spec, resources: spec.resources.map(asJson) });

const nameOf = (value: unknown): string | undefined => {
  const name: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : '';
  return typeof name === 'string' && name !== '' ? name : undefined;
};

const at = (list: unknown, index: number): unknown =>
  Array.isArray(list) ? (list[index] as unknown) : undefined;

/** `resources[1].fields[0].maxLength` -> `book.title.maxLength`: nobody counts a spec by hand. */
export function named(
  { resources }: { readonly resources: readonly unknown[] },
  { path, message }: Fault,
): Fault {
  const [, which, field, rest = ''] =
    /^resources\[(\d+)\](?:\.fields\[(\d+)\])?(.*)$/su.exec(path) ?? [];
  if (which === undefined) return { path, message };
  const resource = at(resources, Number(which));
  const own = nameOf(resource);
  if (own === undefined) return { path, message };
  if (field === undefined) return { path: `${own}${rest}`, message };
  const fields: unknown = Reflect.get(Object(resource), 'fields');
  const name = nameOf(at(fields, Number(field))) ?? `fields[${field}]`;
  return { path: `${own}.${name}${rest}`, message };
}

/** A plural that was made from a wrong name needs no word of its own. */
function withoutEchoes({ resources }: Draft, faults: readonly Fault[]): readonly Fault[] {
  const paths = new Set(faults.map(({ path }) => path));
  return faults.filter(({ path }) => {
    const which = /^resources\[(\d+)\]\.plural$/u.exec(path)?.[1];
    if (which === undefined || resources[Number(which)]?.['plural'] !== undefined) return true;
    return !paths.has(`resources[${which}].name`);
  });
}

/**
 * The spec that a draft stands for.
 *
 * @throws {Refusal} with every fault, named by resource and field
 */
export function validated(draft: Draft): Spec {
  try {
    return parseSpec(draft);
  } catch (error) {
    if (!(error instanceof Refusal) || error.faults.length === 0) throw error;
    throw refusalOf(withoutEchoes(draft, error.faults).map((fault) => named(draft, fault)));
  }
}
