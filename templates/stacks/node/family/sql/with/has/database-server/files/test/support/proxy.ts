import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { defaultPort } from './server-words.ts';

/** Stands before the server of this URL, and does what networks do. */
export async function openProxy(url: string) {
  const { hostname, port } = new URL(url);
  const target = { host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port || defaultPort) };
  const clients = new Set<Socket>();
  let lastWord: string | undefined;
  let isSilent = false;

  const proxy = createServer({ allowHalfOpen: true }, (client) => {
    const server = connect({ ...target, allowHalfOpen: true });
    clients.add(client);
    client.on('data', (chunk) => {
      isSilent ||= lastWord !== undefined && chunk.includes(lastWord);
      if (!isSilent) server.write(chunk);
    });
    server.on('data', (chunk) => isSilent || client.write(chunk));
    client.on('end', () => isSilent || server.end());
    server.on('end', () => isSilent || client.end());
    client.on('close', () => server.destroy());
    // What becomes of the other end is seen above.
    for (const socket of [client, server]) socket.on('error', () => {});
  });
  const cut = () => {
    for (const client of clients) client.resetAndDestroy();
    clients.clear();
  };
  onTestFinished(() => {
    proxy.close();
    cut();
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');

  const own = new URL(url);
  own.hostname = '127.0.0.1';
  own.port = String((proxy.address() as AddressInfo).port);
  return {
    url: own.href,
    /** Resets every connection. */
    cut,
    /** Lets nothing pass any more, not even goodbyes, once a client says this. */
    silenceAt: (word: string) => void (lastWord = word),
    /** Ends the silence for those who come from now on. */
    speak() {
      lastWord = undefined;
      isSilent = false;
    },
  };
}
