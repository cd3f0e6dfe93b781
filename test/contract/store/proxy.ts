import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Stands between a client and a server, and can do what networks do. */
export interface Proxy {
  readonly port: number;
  /** Ends every connection and refuses new ones. */
  readonly refuse: () => Promise<void>;
  /** Keeps every byte back, and lets new connections wait. */
  readonly hold: () => void;
  /** Ends both, and sends what was kept back. */
  readonly resume: () => Promise<void>;
  /** Ends every connection. */
  readonly cut: () => void;
  /** How many connections clients have, and how many they left without their last words. */
  readonly count: () => { readonly open: number; readonly abandoned: number };
  readonly close: () => Promise<void>;
}

/** Both ends of one connection. */
interface Line {
  readonly ends: readonly Socket[];
  /** We ended it: nobody could say goodbye. */
  cut: boolean;
}

function forward(from: Socket, to: Socket, isHeld: () => boolean): void {
  from.on('data', (chunk) => {
    if (!to.write(chunk)) from.pause();
  });
  to.on('drain', () => {
    if (!isHeld()) from.resume();
  });
  from.on('end', () => to.end());
  from.on('close', () => to.destroy());
  // The other end learns of it by `close`.
  from.on('error', () => undefined);
}

/**
 * Listens on a port of 127.0.0.1 of its own.
 *
 * @param goodbye the last bytes of a client that ends a connection as it should
 */
export async function openProxy(target: URL, goodbye: Buffer): Promise<Proxy> {
  const lines = new Set<Line>();
  let held = false;
  let abandoned = 0;
  const server = createServer({ noDelay: true });

  server.on('connection', (client) => {
    const upstream = connect({ host: target.hostname, port: Number(target.port), noDelay: true });
    const line: Line = { ends: [client, upstream], cut: false };
    let last = Buffer.alloc(0);
    lines.add(line);
    client.on('data', (chunk: Buffer) => {
      last = Buffer.concat([last, chunk]).subarray(-goodbye.length);
    });
    client.on('close', () => {
      lines.delete(line);
      if (!line.cut && !last.equals(goodbye)) abandoned += 1;
    });
    forward(client, upstream, () => held);
    forward(upstream, client, () => held);
    if (held) for (const end of line.ends) end.pause();
  });

  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const cut = () => {
    for (const line of lines) {
      line.cut = true;
      for (const end of line.ends) end.resetAndDestroy();
    }
  };
  const refuse = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    cut();
    await closed;
  };

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    refuse,
    cut,
    hold: () => {
      held = true;
      for (const end of [...lines].flatMap(({ ends }) => ends)) end.pause();
    },
    resume: async () => {
      held = false;
      if (!server.listening) await listen(port);
      for (const end of [...lines].flatMap(({ ends }) => ends)) end.resume();
    },
    count: () => ({ open: lines.size, abandoned }),
    close: refuse,
  };
}
