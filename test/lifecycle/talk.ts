import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { sh } from '../../generators/core/faces/sh.ts';
import { answerOf, environment, program } from './cli.ts';

/** What is typed once a text is on the screen, perhaps after something else was done. */
export type Line = readonly [seen: string, typed: string | (() => string)];

/** Runs `groundwork` at a terminal with somebody who answers. */
export async function talk(cwd: string, words: readonly string[], lines: readonly Line[]) {
  const command = [process.execPath, program, ...words].map(sh).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd,
    env: { ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let screen = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
  });
  const answer = answerOf(child);
  for (const [seen, typed] of lines) {
    while (!screen.includes(seen) && child.exitCode === null) await sleep(10);
    screen = screen.slice(screen.indexOf(seen) + seen.length);
    child.stdin.write(typeof typed === 'string' ? typed : typed());
  }
  return answer;
}
