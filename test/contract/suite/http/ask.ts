import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** A request, sent exactly as written: no header is added but Host and Content-Length. */
export interface Ask {
  readonly method: string;
  /** Path and query, not touched. */
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  /** Sends the body in chunks, without Content-Length. */
  readonly chunked?: boolean;
}

export interface Answer {
  readonly ask: Ask;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One line that says which exchange failed. */
export const exchange = ({ ask, status, text }: Answer): string =>
  `${ask.method} ${ask.path} ${String(ask.body ?? '').slice(0, 200)} -> ${status} ${text.slice(0, 500)}`;

/** A header as one text; empty when it is absent. */
export function headerOf(answer: Answer, name: string): string {
  const value = answer.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}
