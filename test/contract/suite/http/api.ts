import { Agent } from 'node:http';
import { expectAnswer } from '../expect/answer.ts';
import type { JsonObject, Json } from '../json.ts';
import type { Answer, Ask } from './ask.ts';
import { send } from './send.ts';

export type Headers = NonNullable<Ask['headers']>;

/** A client of one server. What holds for every answer is checked on every answer. */
export interface Api {
  readonly origin: () => string;
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

export function createApi(origin: () => string, record: Record): Api {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const checked = async (ask: Ask): Promise<Answer> => {
    const answer = await send(origin(), ask, agent);
    expectAnswer(answer);
    record(answer);
    return answer;
  };
  const write =
    (method: string, type: Headers) =>
    (path: string, body: string | Buffer, headers: Headers = {}): Promise<Answer> =>
      checked({ method, path, body, headers: { ...type, ...headers } });
  const post = write('POST', json);
  const patch = write('PATCH', mergePatch);
  return {
    origin,
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
