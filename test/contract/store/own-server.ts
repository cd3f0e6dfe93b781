import { withChildren } from '../../servers/children.ts';
import { end, isAlive } from '../../servers/end.ts';
import type { Place, Server, Started } from '../../servers/server.ts';
import type { OpenLine } from './server-stores.ts';

/** A server of a test's own, which nobody else needs. */
export interface OwnServer {
  readonly openLine: OpenLine;
  readonly stop: () => Promise<void>;
}

/** Straight to a server, which itself stops, halts and starts again. */
export function ownServer(server: Server, place: Place, started: Started): OwnServer {
  let { pid } = started;
  let halted: readonly number[] = [];

  const stop = () => end({ pid, signal: started.signal });
  const takeAway = async (outage: 'gone' | 'silent') => {
    if (outage === 'gone') return stop();
    halted = withChildren(pid);
    for (const each of halted) process.kill(each, 'SIGSTOP');
  };
  const bringBack = async () => {
    for (const each of halted.filter(isAlive)) process.kill(each, 'SIGCONT');
    halted = [];
    if (!isAlive(pid)) pid = await server.resume(place);
  };
  const openLine: OpenLine = async ({ port }, engine, name) => ({
    port: Number(port),
    takeAway,
    bringBack,
    disconnect: () => engine.endSessions(name),
    count: () => ({ open: 0, abandoned: 0 }),
    close: async () => undefined,
  });
  return { openLine, stop };
}
