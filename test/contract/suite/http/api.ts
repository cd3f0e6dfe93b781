import { Agent } from 'node:http';
import { expectAnswer } from '../expect/answer.ts';
import type { JsonObject, Json } from '../json.ts';
import type { Answer, Ask } from './ask.ts';
import { send } from './send.ts';

export type Headers = NonNullable<Ask['headers']>;

interface Credentials {
  Authorization?: string;
}

/** A client of one server. What holds for every answer is checked on every answer. */
export interface Api {
  readonly origin: () => string;
  /** What its requests carry, for requests that are sent by other means. */
  readonly credentials: () => Credentials;
  readonly send: (ask: Ask) => Promise<Answer>;
  readonly get: (path: string, headers?: Headers) => Promise<Answer>;
  readonly post: (path: string, body: Json, headers?: Headers) => Promise<Answer>;
  /** Posts a body that is JSON in name only: the text goes out as it is. */
  readonly postText: (path: string, body: string | Buffer, headers?: Headers) => Promise<Answer>;
  readonly patch: (path: string, body: Json, headers?: Headers) => Promise<Answer>;
  readonly patchText: (path: string, body: string | Buffer, headers?: Headers) => Promise<Answer>;
  readonly remove: (path: string, headers?: Headers) => Promise<Answer>;
}

export type Record = (answer: Answer) => void;

const json = { 'Content-Type': 'application/json' } as const;
const mergePatch = { 'Content-Type': 'application/merge-patch+json' } as const;

/**
 * @param authorization what `Authorization` carries where a case says nothing else; a case that
 * sends an empty one sends none
 */
export function createApi(
  origin: () => string,
  record: Record,
  authorization: () => string = () => '',
): Api {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const checked = async (given: Ask): Promise<Answer> => {
    const ask = { ...given, headers: { ...credentials(), ...given.headers } };
    if (ask.headers.Authorization === '') delete ask.headers.Authorization;
    const answer = await send(origin(), ask, agent);
    expectAnswer(answer);
    record(answer);
    return answer;
  };
  const credentials = (): Credentials => ({ Authorization: authorization() });
  const write =
    (method: string, type: Headers) =>
    (path: string, body: string | Buffer, headers: Headers = {}): Promise<Answer> =>
      checked({ method, path, body, headers: { ...type, ...headers } });
  const post = write('POST', json);
  const patch = write('PATCH', mergePatch);
  return {
    origin,
    credentials,
    send: checked,
    get: (path, headers = {}) => checked({ method: 'GET', path, headers }),
    post: (path, body, headers) => post(path, JSON.stringify(body), headers),
    postText: post,
    patch: (path, body, headers) => patch(path, JSON.stringify(body), headers),
    patchText: patch,
    remove: (path, headers = {}) => checked({ method: 'DELETE', path, headers }),
  };
}

/** Path with a query made of these pairs, each percent-encoded. */
export const withQuery = (path: string, query: JsonObject | readonly [string, string][]): string =>
  `${path}?${(Array.isArray(query) ? query : Object.entries(query))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')}`;
