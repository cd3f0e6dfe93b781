import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Env } from './suite/launcher.ts';

/** A Node process of a project, and everything that it says. */
export interface NodeProcess {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with the exit code once the process is gone and its output is read. */
  readonly ended: Promise<number | null>;
}

/** Runs `node <script>` in the project; it sees PATH and these variables, nothing else. */
export function runNode(
  projectDir: string,
  script: string,
  env: Env,
  words: readonly string[] = [],
): NodeProcess {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: projectDir,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  return {
    child,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    ended: once(child, 'close').then(() => child.exitCode),
  };
}
