import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

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
  /** What went wrong, when it did. */
  readonly why: string;
}

/**
 * Runs a program without a shell. Its output goes to our standard error as it comes, since standard
 * output may be a JSON document; it never reads our input.
 */
export function runCommand(
  [program, ...words]: readonly [string, ...string[]],
  root: string,
  options: { readonly quiet?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<Ran>();
  const output = options.quiet === true ? 'ignore' : process.stderr;
  const child = spawn(program, words, {
    cwd: root,
    env: childEnvironment(),
    stdio: ['ignore', output, output],
    // npm is a batch file on Windows, which only a shell can start; no word here is anybody's input.
    shell: process.platform === 'win32',
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  child.once('error', (error) => {
    resolve({ ok: false, why: error.message });
  });
  child.once('close', (code, signal) => {
    const why = code === null ? `ended by ${signal}` : `exit code ${code}`;
    resolve({ ok: code === 0, why });
  });
  return promise;
}
