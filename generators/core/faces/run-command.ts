import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { exitCodes, Refusal } from '../refusal.ts';

/** Set by the npm that runs us, or by a git hook; each would lead a child to the wrong project. */
const misleading =
  /^(?:npm_(?:package|lifecycle)_.*|npm_(?:command|execpath|node_execpath|config_local_prefix)|INIT_CWD|NODE|GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX))$/u;

/** The environment for a command in the new project: this Node first on PATH, no word about ours. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !misleading.test(name));
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path };
}

export interface Ran {
  readonly ok: boolean;
  /** Whether there is no such program on this machine. */
  readonly isMissing?: boolean;
  /** What went wrong, when it did. */
  readonly why: string;
}

export interface RunOptions {
  readonly quiet?: boolean;
  readonly signal: AbortSignal;
  /** What is left when it is cancelled: the sentence that the person reads. */
  readonly cancelled: string;
}

/** npm is a batch file on Windows, which only a shell can start: none of its words is anybody's input. */
const needsShell = (program: string): boolean => process.platform === 'win32' && program === 'npm';

/**
 * Runs a program, and waits for its very end. Its output goes to our standard error as it comes,
 * since standard output may be a JSON document; it never reads our input.
 *
 * @throws {Refusal} with exit code 130 when it was cancelled
 */
export async function runCommand(
  [program, ...words]: readonly [string, ...string[]],
  root: string,
  { quiet = false, signal, cancelled }: RunOptions,
): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<Ran>();
  const output = quiet ? 'ignore' : process.stderr;
  const child = spawn(program, words, {
    cwd: root,
    env: childEnvironment(),
    stdio: ['ignore', output, output],
    shell: needsShell(program),
    signal,
  });
  child.once('error', (error: NodeJS.ErrnoException) => {
    // One that runs is told to end, and still has to do so.
    if (child.pid !== undefined) return;
    // A folder on the PATH that may not be read hides what is in it, and that it is not there.
    const isMissing = error.code === 'ENOENT' || error.code === 'EACCES';
    resolve({ ok: false, isMissing, why: isMissing ? 'not installed' : error.message });
  });
  child.once('close', (code, by) => {
    resolve({ ok: code === 0, why: code === null ? `ended by ${by}` : `exit code ${code}` });
  });
  const ran = await promise;
  if (signal.aborted) throw new Refusal(cancelled, { exitCode: exitCodes.cancelled });
  return ran;
}
