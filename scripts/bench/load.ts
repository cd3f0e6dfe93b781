import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** Who calls. */
  readonly token?: string;
}

export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const connections = 8;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

/** Sends one request over a connection that is kept alive. */
export function send(origin: string, { method, path, body, token }: Call): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const headers = {
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const asked = request(`${origin}${path}`, { method, agent, headers }, (response) => {
    text(response).then(
      (content) =>
        resolve({ status: response.statusCode, headers: response.headers, body: content }),
      reject,
    );
  });
  asked.once('error', reject);
  asked.end(body);
  return promise;
}

/** Sends a request so many times, a few at once. */
export async function load(origin: string, call: Call, times: number): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const { status = 0, body } = await send(origin, call);
      if (status >= 300) throw new Error(`${call.method} ${call.path}: ${status} ${body}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

export const hangUp = (): void => agent.destroy();
