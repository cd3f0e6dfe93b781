import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { programOf } from './program/program-of.ts';
import type { Program } from './program/program.ts';
import { type ProjectProcess, runIn, signal } from './project-process.ts';
import { textsIn } from './project-texts.ts';
import type { Snapshot, Store, Stores } from './store/store.ts';
import type { Env, Exit, ProcessLauncher, Running } from './suite/launcher.ts';

const patience = 20_000;

/** Runs what a project is run for. */
interface Project {
  readonly build: () => Promise<void>;
  readonly run: (
    what: Exclude<keyof Program, 'build' | 'env'>,
    env: Env,
    more?: readonly string[],
  ) => ProjectProcess;
}

async function succeed(what: string, { ended, stdout, stderr }: ProjectProcess): Promise<void> {
  if ((await ended) !== 0) throw new Error(`${what} failed:\n${stdout()}${stderr()}`);
}

function projectIn(projectDir: string, surroundings: Env): Project {
  const program = programOf(projectDir);
  const around = { ...program.env, ...surroundings };
  return {
    build: async () => {
      if (program.build !== undefined)
        await succeed('the build', runIn(projectDir, program.build, around));
    },
    run: (what, env, more = []) =>
      runIn(projectDir, [...program[what], ...more], { ...around, ...env }),
  };
}

/** An empty database with all migrations: made once, copied for every start. */
async function migrated(project: Project, stores: Stores, env: Env): Promise<Snapshot> {
  await project.build();
  const store = await stores.create();
  const own = { DATABASE_URL: store.url };
  await succeed('the migrations', project.run('migrate', { ...env, ...own }));
  const snapshot = await store.snapshot();
  await store.remove();
  return snapshot;
}

interface Launched {
  readonly baseUrl: string;
  readonly process: ProjectProcess;
  readonly store: Store;
  readonly env: Env;
}

async function exitOf(process: ProjectProcess, store: Store): Promise<Exit> {
  const code = await process.ended;
  const { stdout, stderr } = process;
  return { code, stdout: stdout(), stderr: stderr(), leftovers: await store.leftovers() };
}

async function untilReady(baseUrl: string, process: ProjectProcess): Promise<void> {
  const end = Date.now() + patience;
  while (process.child.exitCode === null && Date.now() < end) {
    const ready = await fetch(`${baseUrl}/readyz`).catch(() => undefined);
    if (ready?.status === 200) return;
    await wait(20);
  }
  signal(process, 'SIGKILL');
  throw new Error(`the server does not start:\n${process.stdout()}${process.stderr()}`);
}

/** What the command that makes an administrator prints behind its last colon. */
async function createAdmin(project: Project, store: Store, env: Env, email: string) {
  const own = { DATABASE_URL: store.url };
  const { ended, stdout, stderr } = project.run('createAdmin', { ...env, ...own }, [email]);
  const password = /: (\S+)\s*$/u.exec((await ended) === 0 ? stdout() : '')?.[1];
  if (password === undefined) throw new Error(`no administrator:\n${stdout()}${stderr()}`);
  return password;
}

function running(project: Project, { baseUrl, process, store, env }: Launched): Running {
  const exited = exitOf(process, store);
  return {
    baseUrl,
    exited,
    stdout: process.stdout,
    signal: (name) => signal(process, name),
    stop: async (name = 'SIGTERM') => {
      signal(process, name);
      const exit = await exited;
      await store.remove();
      return exit;
    },
    breakStore: (outage = 'gone') => store.takeAway(outage),
    mendStore: store.bringBack,
    disconnectStore: store.disconnect,
    ruinStore: store.ruin,
    createAdmin: (email) => createAdmin(project, store, env, email),
  };
}

/**
 * Builds the back end in `projectDir` and starts it, each time with a fresh store and port.
 *
 * @param surroundings what the environment says of where packages are
 */
export function projectLauncher(
  projectDir: string,
  stores: Stores,
  surroundings: Env = {},
): ProcessLauncher {
  const project = projectIn(projectDir, surroundings);
  let snapshot: Promise<Snapshot> | undefined;
  const launch = async (env: Env) => {
    snapshot ??= migrated(project, stores, env);
    const [store, port] = [await (await snapshot).create(), await freePort()];
    const own = { HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: store.url };
    const process = project.run('serve', { ...own, ...env });
    return { store, process, env, baseUrl: `http://127.0.0.1:${port}` };
  };
  const start = async (env: Env) => {
    const launched = await launch(env);
    await untilReady(launched.baseUrl, launched.process);
    return { store: launched.store, server: running(project, launched) };
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
      const timer = setTimeout(() => signal(process, 'SIGKILL'), patience);
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
