import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { withChildren } from '../servers/children.ts';
import { isAlive } from '../servers/end.ts';
import type { Words } from './program/program.ts';
import type { Env } from './suite/launcher.ts';

/** A process of a project, and everything that it says. */
export interface ProjectProcess {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with the exit code once the process is gone and its output is read. */
  readonly ended: Promise<number | null>;
}

/** Runs these words in the project; the process sees PATH and these variables, nothing else. */
export function runIn(projectDir: string, [command, ...words]: Words, env: Env): ProjectProcess {
  const child = spawn(command, words, {
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

/** Sends a signal; one that nobody can pass on goes to all processes that this one started, too. */
export function signal({ child }: ProjectProcess, name: NodeJS.Signals): void {
  if (child.exitCode !== null || child.pid === undefined) return;
  const pids = name === 'SIGKILL' ? withChildren(child.pid) : [child.pid];
  for (const pid of pids.filter(isAlive)) process.kill(pid, name);
}
