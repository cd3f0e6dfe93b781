import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { converse } from '../http/conversation.ts';
import { pathOf } from '../url.ts';

/** Clients that stop in the middle, or say one length and send another. */
const texts = (path: string): readonly string[] => [
  '',
  'GET',
  `GET ${path} HTTP/1.1\r\n`,
  `GET ${path} HTTP/1.1\r\nHost: a\r\n`,
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"a"`,
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 999999999999\r\n\r\n{}`,
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n{}`,
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x`,
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
  `POST ${path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
  `FOO ${path} HTTP/1.1\r\nHost: a\r\n\r\n`,
  `GET ${path} HTTP/9.9\r\nHost: a\r\n\r\n`,
  '\u0016\u0003\u0001\u0000\u0000',
];

/** Writes the text, waits a moment, and cuts the connection. */
async function hangUp(origin: string, text: string): Promise<void> {
  const { write, end } = await converse(origin);
  write(text);
  await wait(20);
  end();
}

/** Outside the contract is what they are told; that the server goes on is not. */
export function hangUpCases({ api }: Bench, resource: Resource): void {
  describe('a client that hangs up', () => {
    test('in the middle of a request leaves the server as it was', async () => {
      for (const text of texts(pathOf(resource))) {
        await hangUp(api.origin(), text);
        expect((await api.get('/livez')).status).toBe(200);
      }
      expect((await api.get(pathOf(resource))).status).toBe(200);
    });
  });
}
