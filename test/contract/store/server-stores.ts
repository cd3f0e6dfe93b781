import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { openProxy } from './proxy.ts';
import type { Snapshot, Store, Stores } from './store.ts';

/** What one kind of server can be told, as a user who may create databases. */
export interface Engine {
  readonly createDatabase: (name: string) => Promise<void>;
  /** `from` has no sessions, `to` does not exist. */
  readonly copyDatabase: (from: string, to: string) => Promise<void>;
  readonly dropDatabase: (name: string) => Promise<void>;
  readonly dropTables: (name: string) => Promise<void>;
  /** How many connections to a database are open. */
  readonly countSessions: (name: string) => Promise<number>;
  /** The bytes with which a client ends a connection. */
  readonly goodbye: Buffer;
  readonly wrongUrls: readonly string[];
}

const patience = 5000;

/** Nobody else has a database of this name. */
const newName = (): string => `contract_${randomBytes(8).toString('hex')}`;

/** Waits for servers to notice that a process is gone; the number that is left. */
async function sessionsLeft(engine: Engine, name: string): Promise<number> {
  const end = Date.now() + patience;
  for (;;) {
    const left = await engine.countSessions(name);
    if (left === 0 || Date.now() > end) return left;
    await wait(20);
  }
}

async function snapshotOf(server: URL, engine: Engine, name: string): Promise<Snapshot> {
  const kept = newName();
  await sessionsLeft(engine, name);
  await engine.copyDatabase(name, kept);
  return {
    create: async () => {
      const copy = newName();
      await engine.copyDatabase(kept, copy);
      return open(server, engine, copy);
    },
    remove: () => engine.dropDatabase(kept),
  };
}

/** A database of the server, which can only be reached through a proxy of its own. */
async function open(server: URL, engine: Engine, name: string): Promise<Store> {
  const proxy = await openProxy(server, engine.goodbye);
  const url = new URL(server);
  url.port = String(proxy.port);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    snapshot: () => snapshotOf(server, engine, name),
    takeAway: async (outage) => {
      if (outage === 'silent') proxy.hold();
      else await proxy.refuse();
    },
    bringBack: proxy.resume,
    disconnect: async () => {
      proxy.cut();
      await Promise.resolve();
    },
    ruin: () => engine.dropTables(name),
    leftovers: async () => {
      const sessions = await sessionsLeft(engine, name);
      const { open: lines, abandoned } = proxy.count();
      return [
        ...(sessions + lines === 0 ? [] : [`connections that are open: ${sessions + lines}`]),
        ...(abandoned === 0 ? [] : [`connections that nobody ended: ${abandoned}`]),
      ];
    },
    remove: async () => {
      await proxy.close();
      await engine.dropDatabase(name);
    },
  };
}

/** Databases of a server that runs already. */
export const serverStores = (server: URL, engine: Engine): Stores => ({
  create: async () => {
    const name = newName();
    await engine.createDatabase(name);
    return open(server, engine, name);
  },
  isServer: true,
  wrongUrls: engine.wrongUrls,
});
