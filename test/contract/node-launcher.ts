import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { type NodeProcess, runNode } from './node-process.ts';
import { textsIn } from './project-texts.ts';
import type { Snapshot, Store, Stores } from './store/store.ts';
import type { Env, Exit, ProcessLauncher, Running } from './suite/launcher.ts';

const patience = 20_000;

/** An empty database with all migrations: made once, copied for every start. */
async function migrated(projectDir: string, stores: Stores, env: Env): Promise<Snapshot> {
  const store = await stores.create();
  const { ended, stdout, stderr } = runNode(projectDir, 'dist/data/migrate.js', {
    ...env,
    DATABASE_URL: store.url,
  });
  if ((await ended) !== 0) throw new Error(`the migrations failed:\n${stdout()}${stderr()}`);
  const snapshot = await store.snapshot();
  await store.remove();
  return snapshot;
}

interface Launched {
  readonly baseUrl: string;
  readonly process: NodeProcess;
  readonly store: Store;
  readonly env: Env;
}

async function exitOf(process: NodeProcess, store: Store): Promise<Exit> {
  const code = await process.ended;
  const { stdout, stderr } = process;
  return { code, stdout: stdout(), stderr: stderr(), leftovers: await store.leftovers() };
}

async function untilReady(baseUrl: string, process: NodeProcess): Promise<void> {
  const end = Date.now() + patience;
  while (process.child.exitCode === null && Date.now() < end) {
    const ready = await fetch(`${baseUrl}/readyz`).catch(() => undefined);
    if (ready?.status === 200) return;
    await wait(20);
  }
  process.child.kill('SIGKILL');
  throw new Error(`the server does not start:\n${process.stdout()}${process.stderr()}`);
}

/** What `users:create-admin` prints behind its last colon. */
async function createAdmin(projectDir: string, store: Store, env: Env, email: string) {
  const script = 'dist/commands/create-admin.js';
  const own = { DATABASE_URL: store.url };
  const { ended, stdout, stderr } = runNode(projectDir, script, { ...env, ...own }, [email]);
  const password = /: (\S+)\s*$/u.exec((await ended) === 0 ? stdout() : '')?.[1];
  if (password === undefined) throw new Error(`no administrator:\n${stdout()}${stderr()}`);
  return password;
}

function running(projectDir: string, { baseUrl, process, store, env }: Launched): Running {
  const exited = exitOf(process, store);
  return {
    baseUrl,
    exited,
    stdout: process.stdout,
    signal: (signal) => process.child.kill(signal),
    stop: async (signal = 'SIGTERM') => {
      if (process.child.exitCode === null) process.child.kill(signal);
      const exit = await exited;
      await store.remove();
      return exit;
    },
    breakStore: (outage = 'gone') => store.takeAway(outage),
    mendStore: store.bringBack,
    disconnectStore: store.disconnect,
    ruinStore: store.ruin,
    createAdmin: (email) => createAdmin(projectDir, store, env, email),
  };
}

/** Starts the built Node back end in `projectDir`, each time with a fresh store and port. */
export function nodeLauncher(projectDir: string, stores: Stores): ProcessLauncher {
  let snapshot: Promise<Snapshot> | undefined;
  const launch = async (env: Env) => {
    snapshot ??= migrated(projectDir, stores, env);
    const [store, port] = [await (await snapshot).create(), await freePort()];
    const own = { HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: store.url };
    const process = runNode(projectDir, 'dist/server.js', { ...own, ...env });
    return { store, process, env, baseUrl: `http://127.0.0.1:${port}` };
  };
  const start = async (env: Env) => {
    const launched = await launch(env);
    await untilReady(launched.baseUrl, launched.process);
    return { store: launched.store, server: running(projectDir, launched) };
  };
  const close = async () => (await snapshot)?.remove();
  return {
    kind: 'process',
    start: async (env) => (await start(env)).server,
    seed: async (env, work) => {
      const { store, server } = await start(env);
      await work(server);
      server.signal('SIGTERM');
      await server.exited;
      await close();
      snapshot = store.snapshot();
      await snapshot;
      await server.stop();
    },
    attempt: async (env) => {
      const { store, process } = await launch(env);
      const timer = setTimeout(() => process.child.kill('SIGKILL'), patience);
      const exit = await exitOf(process, store);
      clearTimeout(timer);
      await store.remove();
      return exit;
    },
    wrongDatabaseUrls: stores.wrongUrls,
    storeIsServer: stores.isServer,
    sources: () => textsIn(projectDir),
    close,
  };
}
