import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../scripts/bench/free-port.ts';
import { end, start } from './run.ts';
import type { Where } from './run.ts';

async function isLive(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/livez`)).ok;
  } catch {
    return false;
  }
}

/**
 * Starts a back end, works with it, and ends it whatever happens.
 *
 * @throws when it does not answer within a minute
 */
export async function withServer(
  words: readonly [string, ...string[]],
  where: Where,
  work: (origin: string) => Promise<void> = async () => {},
): Promise<void> {
  const port = await freePort();
  const child = start(words, { ...where, env: { ...where.env, PORT: String(port) } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = once(child, 'close');
  const origin = `http://127.0.0.1:${port}`;
  try {
    for (let round = 0; !(await isLive(origin)); round += 1) {
      if (round === 240 || child.exitCode !== null) throw new Error(`no answer: ${said}`);
      await sleep(250);
    }
    await work(origin);
  } finally {
    end(child);
    await ended;
  }
}
