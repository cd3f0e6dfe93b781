import { expect } from 'vitest';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import {
  defaultOf,
  type Field,
  propertyOf,
  type Resource,
} from '../../../generators/core/spec/field.ts';
import { countOf } from '../../../generators/core/spec/parse-modifiers.ts';
import type { Api } from './http/api.ts';
import { exchange, headerOf } from './http/ask.ts';
import { type Json, type JsonObject, parseObject, stringAt } from './json.ts';
import { samplesOf } from './samples/samples-of.ts';
import { pathOf } from './url.ts';

/** A row that the server has taken. */
export interface Row {
  readonly id: string;
  readonly path: string;
  readonly etag: string;
  readonly body: JsonObject;
}

/** Makes bodies and rows of any resource, with whatever rows they need. */
export interface Rows {
  /** A value that no row of this run has yet, where the type has that many. */
  readonly fresh: (field: Field) => Promise<Json>;
  /** A complete body that must be taken: every required field, and the optional ones but references. */
  readonly draft: (resource: Resource, values?: JsonObject) => Promise<JsonObject>;
  /** The same with the fields alone that it cannot leave out. */
  readonly least: (resource: Resource) => Promise<JsonObject>;
  readonly create: (resource: Resource, values?: JsonObject) => Promise<Row>;
  /** A patch of one field that gives the row another value than it has. */
  readonly change: (resource: Resource, body: JsonObject) => Promise<JsonObject>;
}

const canChange = (field: Field): boolean =>
  (field.type !== 'enum' || field.values.length > 1) && countOf(field) !== 1n;

/** Whether a row of this resource can take a second state at all. */
export const isChangeable = ({ fields }: Resource): boolean => fields.some((f) => canChange(f));

export const required = ({ fields }: Resource): readonly Field[] =>
  fields.filter((field) => field.required);

/** Those that a body cannot leave out. */
export const needed = (resource: Resource): readonly Field[] =>
  required(resource).filter((field) => defaultOf(field) === undefined);

/** Starts anywhere, so that a second run against the same store meets no value of the first. */
let drawn = 1000 + Math.floor(Math.random() * 1_000_000);

export function createRows(api: Api, spec: Spec): Rows {
  const parents = new Map<string, Promise<Row>>();

  const parentOf = (name: string): Promise<Row> => {
    const resource = spec.resources.find((candidate) => candidate.name === name);
    if (!resource) throw new Error(`the spec has no resource ${name}`);
    return create(resource);
  };

  const sharedParent = (name: string): Promise<Row> => {
    const parent = parents.get(name) ?? parentOf(name);
    parents.set(name, parent);
    return parent;
  };

  const fresh = async (field: Field): Promise<Json> => {
    if (field.type === 'reference') return (await parentOf(field.resource)).id;
    drawn += 1;
    return samplesOf(field).fresh(drawn);
  };

  const value = async (field: Field): Promise<Json> =>
    field.type === 'reference' && !field.unique
      ? (await sharedParent(field.resource)).id
      : fresh(field);

  const fill = async (fields: readonly Field[], values: JsonObject): Promise<JsonObject> => {
    const body: Record<string, Json> = {};
    for (const field of fields) {
      const property = propertyOf(field);
      if (!(property in values)) body[property] = await value(field);
    }
    return { ...body, ...values };
  };

  const draft = (resource: Resource, values: JsonObject = {}): Promise<JsonObject> =>
    fill(
      resource.fields.filter((field) => field.required || field.type !== 'reference'),
      values,
    );

  const create = async (resource: Resource, values: JsonObject = {}): Promise<Row> => {
    const answer = await api.post(pathOf(resource), await draft(resource, values));
    expect(answer.status, exchange(answer)).toBe(201);
    const body = parseObject(answer.text);
    const id = stringAt(body, 'id');
    return { id, path: `${pathOf(resource)}/${id}`, etag: headerOf(answer, 'etag'), body };
  };

  const change = async (resource: Resource, body: JsonObject): Promise<JsonObject> => {
    const field = resource.fields.find((candidate) => canChange(candidate));
    if (!field) throw new Error(`no field of ${resource.name} has a second value`);
    const property = propertyOf(field);
    for (;;) {
      const next = await fresh(field);
      if (next !== body[property]) return { [property]: next };
    }
  };

  return {
    fresh,
    draft,
    least: (resource) => fill(needed(resource), {}),
    create,
    change,
  };
}
