import {
  type Field,
  isFilterable,
  isSortable,
  propertyOf,
} from '../../generators/core/spec/field.ts';
import type { Resource } from '../../generators/core/spec/field.ts';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { createApi, withQuery } from '../contract/suite/http/api.ts';
import type { Api } from '../contract/suite/http/api.ts';
import { headerOf } from '../contract/suite/http/ask.ts';
import type { Answer } from '../contract/suite/http/ask.ts';
import { isObject, objectsAt, parseObject, spell, textOf } from '../contract/suite/json.ts';
import type { Json, JsonObject } from '../contract/suite/json.ts';
import { samplesOf } from '../contract/suite/samples/samples-of.ts';
import { pathOf } from '../contract/suite/url.ts';

/** What was asked, and the answer without what differs from run to run. */
export interface Line {
  readonly asked: string;
  readonly answer: string;
}

/** A body with the value in question, as it goes over the wire. */
type Spelled = (body: JsonObject) => string;

// Cursors carry ids and times.
const changing = /"(createdAt|updatedAt|requestId|nextCursor)":"[^"]*"/gu;

/** Asks one server, and writes down what it said; ids are replaced by their numbers. */
function scribe(api: Api) {
  const lines: Line[] = [];
  const ids = new Map<string, string>();

  const nameless = (text: string): string =>
    [...ids].reduce((rest, [id, number]) => rest.replaceAll(id, number), text);

  const note = async (asking: Promise<Answer>): Promise<Answer> => {
    const answer = await asking;
    const { ask, status, text } = answer;
    const id = /[^/]+$/u.exec(headerOf(answer, 'location'))?.[0];
    if (id !== undefined) ids.set(id, `#${ids.size}`);
    const said = [status, headerOf(answer, 'content-type'), headerOf(answer, 'etag'), text];
    lines.push({
      asked: nameless(`${ask.method} ${ask.path} ${String(ask.body ?? '').slice(0, 200)}`),
      answer: nameless(said.join('\n')).replaceAll(changing, '"$1":""'),
    });
    return answer;
  };

  /** Rows that were made within one millisecond may come in any order: only what sorts them counts. */
  const noteOrder = async (path: string, property: string): Promise<void> => {
    const { ask, text } = await api.get(path);
    const values = objectsAt(parseObject(text), 'items').map((item) => item[property] ?? null);
    lines.push({ asked: `${ask.method} ${ask.path}`, answer: JSON.stringify(values) });
  };

  return { lines, note, noteOrder };
}

/**
 * A long conversation with a server that holds no row yet: for each field all values that must be
 * taken and all that must be refused, written, changed, read, filtered by, sorted by and removed.
 */
export async function conversation(origin: string, spec: Spec): Promise<readonly Line[]> {
  const api = createApi(
    () => origin,
    () => undefined,
  );
  const { lines, note, noteOrder } = scribe(api);
  let drawn = 1000;

  const make = async (resource: Resource): Promise<string> => {
    const { text } = await note(api.post(pathOf(resource), await draft(resource)));
    return textOf(parseObject(text)['id']);
  };

  const fresh = async (field: Field): Promise<Json> => {
    if (field.type !== 'reference') return samplesOf(field).fresh((drawn += 1));
    const target = spec.resources.find(({ name }) => name === field.resource);
    if (target === undefined) throw new Error(`the spec has no resource ${field.resource}`);
    return make(target);
  };

  const draft = async (resource: Resource): Promise<JsonObject> => {
    const body: Record<string, Json> = {};
    for (const field of resource.fields) {
      if (field.required || field.type !== 'reference')
        body[propertyOf(field)] = await fresh(field);
    }
    return body;
  };

  /** Twice, so that it is taken where it must be unique, and nothing else is. */
  const write = async (resource: Resource, spelled: Spelled): Promise<void> => {
    const path = pathOf(resource);
    const body = spelled(await draft(resource));
    const made = await note(api.postText(path, body));
    await note(api.postText(path, spelled(await draft(resource))));
    const row = headerOf(made, 'location');
    if (row === '') return;
    await note(api.get(row));
    await note(api.patchText(row, body));
    await note(api.remove(row));
  };

  const speakOf = async (resource: Resource, field: Field): Promise<void> => {
    const property = propertyOf(field);
    const { valid, invalid, validRaw = [], invalidRaw = [], invalidText } = samplesOf(field);
    for (const { value } of [...valid, ...invalid]) {
      await write(resource, (body) => JSON.stringify({ ...body, [property]: value }));
    }
    for (const raw of [...validRaw.map(([text]) => text), ...invalidRaw]) {
      await write(resource, (body) => spell(body, property, raw));
    }
    if (!isFilterable(field)) return;
    for (const value of [...valid.map((sample) => sample.value), ...invalidText]) {
      if (isObject(value) || Array.isArray(value)) continue;
      await note(api.get(withQuery(pathOf(resource), { [property]: textOf(value), limit: 1 })));
    }
  };

  for (const resource of spec.resources) {
    for (const field of resource.fields) await speakOf(resource, field);
    for (const field of resource.fields.filter((each) => isSortable(each))) {
      const property = propertyOf(field);
      for (const { value } of samplesOf(field).valid) {
        await api.post(pathOf(resource), { ...(await draft(resource)), [property]: value });
      }
      for (const sort of [property, `-${property}`]) {
        await noteOrder(withQuery(pathOf(resource), { sort, limit: 100 }), property);
      }
    }
  }
  return lines;
}
