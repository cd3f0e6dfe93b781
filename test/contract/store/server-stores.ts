import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { openProxy } from './proxy.ts';
import type { Outage, Snapshot, Store, Stores } from './store.ts';

/** What one kind of server can be told, as a user who may create databases. */
export interface Engine {
  readonly createDatabase: (name: string) => Promise<void>;
  /** `from` has no sessions, `to` does not exist. */
  readonly copyDatabase: (from: string, to: string) => Promise<void>;
  readonly dropDatabase: (name: string) => Promise<void>;
  readonly dropTables: (name: string) => Promise<void>;
  /** How many connections to a database are open. */
  readonly countSessions: (name: string) => Promise<number>;
  readonly endSessions: (name: string) => Promise<void>;
  /** The bytes with which a client ends a connection. */
  readonly goodbye: Buffer;
  readonly wrongUrls: readonly string[];
}

/** The way from a back end to one database of a server. */
export interface Line {
  readonly port: number;
  readonly takeAway: (outage: Outage) => Promise<void>;
  readonly bringBack: () => Promise<void>;
  readonly disconnect: () => Promise<void>;
  /** Connections that are open on the way, and those that ended without a word. */
  readonly count: () => { readonly open: number; readonly abandoned: number };
  readonly close: () => Promise<void>;
}

export type OpenLine = (server: URL, engine: Engine, name: string) => Promise<Line>;

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

/** Through a proxy of its own, which can be lost while the server goes on. */
const throughProxy: OpenLine = async (server, engine) => {
  const { hold, refuse, resume, cut, ...proxy } = await openProxy(server, engine.goodbye);
  return {
    ...proxy,
    takeAway: async (outage) => {
      if (outage === 'silent') hold();
      else await refuse();
    },
    bringBack: resume,
    disconnect: async () => {
      cut();
      await Promise.resolve();
    },
  };
};

interface Reach {
  readonly server: URL;
  readonly engine: Engine;
  readonly openLine: OpenLine;
}

async function snapshotOf(reach: Reach, name: string): Promise<Snapshot> {
  const { engine } = reach;
  const kept = newName();
  await sessionsLeft(engine, name);
  await engine.copyDatabase(name, kept);
  return {
    create: async () => {
      const copy = newName();
      await engine.copyDatabase(kept, copy);
      return open(reach, copy);
    },
    remove: () => engine.dropDatabase(kept),
  };
}

async function open(reach: Reach, name: string): Promise<Store> {
  const { server, engine } = reach;
  const line = await reach.openLine(server, engine, name);
  const url = new URL(server);
  url.port = String(line.port);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    snapshot: () => snapshotOf(reach, name),
    takeAway: line.takeAway,
    bringBack: line.bringBack,
    disconnect: line.disconnect,
    ruin: () => engine.dropTables(name),
    leftovers: async () => {
      const sessions = await sessionsLeft(engine, name);
      const { open: lines, abandoned } = line.count();
      return [
        ...(sessions + lines === 0 ? [] : [`connections that are open: ${sessions + lines}`]),
        ...(abandoned === 0 ? [] : [`connections that nobody ended: ${abandoned}`]),
      ];
    },
    remove: async () => {
      await line.close();
      await engine.dropDatabase(name);
    },
  };
}

/** Databases of a server that runs already. */
export const serverStores = (
  server: URL,
  engine: Engine,
  openLine: OpenLine = throughProxy,
): Stores => ({
  create: async () => {
    const name = newName();
    await engine.createDatabase(name);
    return open({ server, engine, openLine }, name);
  },
  isServer: true,
  wrongUrls: engine.wrongUrls,
});
