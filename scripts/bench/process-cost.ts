import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process and all that it started and waited for cost. */
export interface Cost {
  /** User and system time, in milliseconds. */
  readonly cpu: number;
  /** Largest resident memory of the process itself, in KiB; 0 where it was not asked for. */
  readonly peak: number;
}

export interface Place {
  /** An empty folder for the figures; the command runs in it. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

const environment = ({ env = {} }: Place): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  ...env,
});

/** The second line that bash prints for `times` is about its children: `0m0.392s 0m0.131s`. */
function readTimes(path: string): number {
  const [, children = ''] = readFileSync(path, 'utf8').split('\n');
  const parts = [...children.matchAll(/(?<minutes>\d+)m(?<seconds>[\d.]+)s/gu)];
  if (parts.length !== 2) throw new Error(`bash printed ${children}`);
  return parts.reduce((sum, { groups = {} }) => {
    return sum + Number(groups['minutes']) * 60_000 + Number(groups['seconds']) * 1000;
  }, 0);
}

/** Makes a Node process write its peak on file descriptor 3: from bash, which forks small. */
const peakHook = `data:text/javascript,${encodeURIComponent(
  "import fs from 'node:fs';" +
    "process.on('exit', () => fs.writeSync(3, String(process.resourceUsage().maxRSS)));",
)}`;

/**
 * Runs Node with these words to its end.
 *
 * @throws when it fails
 */
export function costOf(words: readonly string[], place: Place, withPeak = false): Cost {
  const times = join(place.folder, 'times');
  const peak = join(place.folder, 'peak');
  const script = '"${@:3}" 3>"$2" >/dev/null </dev/null || exit; times >"$1"';
  const hook = withPeak ? ['--import', peakHook] : [];
  const command = [times, peak, process.execPath, ...hook, ...words];
  // Without --norc a bash whose input is a socket reads ~/.bashrc, which may cost more than Node.
  const shell = ['--norc', '-c', script, 'bash', ...command];
  const { status, stderr } = spawnSync('bash', shell, {
    cwd: place.folder,
    env: environment(place),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  return { cpu: readTimes(times), peak: withPeak ? Number(readFileSync(peak, 'utf8')) : 0 };
}

const quote = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/**
 * Runs Node with these words in a pseudo-terminal until the text is on the screen.
 *
 * @returns CPU up to then, in milliseconds
 * @throws when the program ends before
 */
export async function cpuUntil(
  shown: string,
  words: readonly string[],
  place: Place,
): Promise<number> {
  const times = join(place.folder, 'times');
  const pid = join(place.folder, 'pid');
  const command = [process.execPath, ...words].map(quote).join(' ');
  // What stands in the background keeps the terminal as its input, and its id is known.
  const script = `${command} <&0 & echo $! >${quote(pid)}; wait 2>/dev/null; times >${quote(times)}`;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const options = ['--quiet', '--flush', '--command', `bash -c ${quote(script)}`, '/dev/null'];
  const terminal = spawn('script', options, {
    cwd: place.folder,
    env: { ...environment(place), TERM: 'xterm' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let screen = '';
  let seen = false;
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    if (seen || !screen.includes(shown)) return;
    seen = true;
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
  });
  terminal.once('error', reject);
  terminal.once('close', () => {
    if (seen) resolve();
    else reject(new Error(`${shown} did not appear: ${screen}`));
  });
  await promise;
  return readTimes(times);
}
