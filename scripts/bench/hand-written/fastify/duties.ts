import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** What the contract asks for beside the routes: of bodies, addresses, conditions, cursors and the end. */

const refused = (statusCode: number, message: string) =>
  Object.assign(new Error(message), { statusCode });

export const malformed = (message: string) => refused(400, message);

const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/** Neither a key twice, nor `__proto__`, nor more than 64 levels; of valid JSON. */
function inspect(text: string): void {
  const open: Set<string>[] = [];
  for (const [word, colon] of text.matchAll(token)) {
    if (word === '{' || word === '[') {
      if (open.push(new Set()) > 64) throw malformed('too deep');
    } else if (word === '}' || word === ']') {
      open.pop();
    } else if (colon !== undefined) {
      const key = JSON.parse(word.slice(0, -colon.length)) as string;
      const keys = open.at(-1);
      if (key === '__proto__' || keys?.has(key)) throw malformed('a key that must not be');
      keys?.add(key);
    }
  }
}

function parse(body: Buffer): unknown {
  if (body.length === 0 || !isUtf8(body)) throw malformed('empty, or not UTF-8');
  const text = body.toString();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('not JSON');
  }
  inspect(text);
  return value;
}

const json = /^application\/json\s*(?:;|$)/i;
const otherCharset = /;\s*charset\s*=\s*(?!"?utf-8"?\s*(?:;|$))/i;

export function addBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } =
      request.headers;
    if (!json.test(type) || otherCharset.test(type) || encoding.toLowerCase() !== 'identity') {
      return done(refused(415, 'not JSON in UTF-8'));
    }
    try {
      done(null, parse(body));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('preValidation', (request, _reply, next) => {
    const isMissing = request.routeOptions.schema?.body && request.body === undefined;
    next(isMissing ? malformed('no body') : undefined);
  });
}

/** Requests that have come may finish; new ones are sent elsewhere, and no connection is kept. */
export function addStopping(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook('preClose', (next) => {
    isStopping = true;
    next();
  });
  app.addHook('onRequest', (_request, reply, next) => {
    if (!isStopping) return next();
    reply.header('retry-after', '5');
    next(refused(503, 'stopping'));
  });
  app.addHook('onSend', (_request, reply, _payload, next) => {
    if (isStopping) reply.header('connection', 'close');
    next();
  });
}

/** The router would answer a malformed one by itself, without headers and uncounted. */
export function rewriteUrl({ url = '/' }: { readonly url?: string | undefined }): string {
  if (!url.includes('%')) return url;
  try {
    decodeURIComponent(url);
    return url;
  } catch {
    return '/malformed-url';
  }
}

/** @param given a list of entity tags, known to be one */
export const isKnown = (given: string | undefined, etag: string): boolean =>
  given !== undefined &&
  (given === '*' || given.split(',').some((tag) => tag.trim().replace('W/', '') === etag));

/** Binds a cursor to the order and filter that it was made for. */
export const digestOf = (scope: string, position: readonly unknown[]): string =>
  hash('sha256', JSON.stringify([scope, position]), 'base64url').slice(0, 16);
