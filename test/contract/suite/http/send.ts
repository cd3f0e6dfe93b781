import { type Agent, type ClientRequest, request } from 'node:http';
import type { Answer, Ask } from './ask.ts';

const lengthOf = (body: string | Buffer): number => Buffer.byteLength(body);

function headersOf(ask: Ask): NonNullable<Ask['headers']> {
  if (ask.body === undefined) return { ...ask.headers };
  if (ask.chunked === true) return { 'Transfer-Encoding': 'chunked', ...ask.headers };
  return { 'Content-Length': lengthOf(ask.body), ...ask.headers };
}

/** Opens a request without ending it. */
export function open(origin: string, ask: Ask, agent?: Agent): ClientRequest {
  const { hostname, port } = new URL(origin);
  return request({
    hostname,
    port,
    method: ask.method,
    path: ask.path,
    headers: headersOf(ask),
    ...(agent && { agent }),
  });
}

/** What comes back. Rejects when the connection fails or is closed without an answer. */
export function answerTo(ask: Ask, sent: ClientRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        resolve({
          ask,
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
  });
}

/** Sends one request and reads the whole answer. */
export function send(origin: string, ask: Ask, agent?: Agent): Promise<Answer> {
  const sent = open(origin, ask, agent);
  const answer = answerTo(ask, sent);
  if (ask.chunked === true) sent.write(ask.body ?? '');
  sent.end(ask.chunked === true ? undefined : ask.body);
  return answer;
}
