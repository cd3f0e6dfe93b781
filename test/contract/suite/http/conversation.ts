import { once } from 'node:events';
import { connect } from 'node:net';

/** A bare connection: bytes out, bytes in. */
export interface Conversation {
  readonly write: (text: string) => void;
  readonly heard: () => string;
  /** Resolves when the other side has closed it. */
  readonly closed: Promise<void>;
  readonly end: () => void;
}

export async function converse(origin: string): Promise<Conversation> {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port) });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  await once(socket, 'connect');
  // Servers may well reset a connection that speaks nonsense: that is a way to close it.
  socket.on('error', () => undefined);
  return {
    write: (text) => socket.write(text, 'latin1'),
    heard: () => Buffer.concat(chunks).toString('latin1'),
    closed,
    end: () => socket.destroy(),
  };
}

/** The status lines of the answers heard, in order. */
export const statusesIn = (heard: string): readonly number[] =>
  [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /gu)].map(([, status]) => Number(status));
