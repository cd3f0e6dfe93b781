import { join } from 'node:path';
import { expect } from 'vitest';
import { run } from './run.ts';
import type { Where } from './run.ts';
import { withServer } from './server.ts';

/** The commands that a report prints under "Next:". */
export const nextCommands = (report: string): readonly string[] =>
  (report.split('\nNext:\n')[1] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Types them one after the other, as printed; what serves is asked whether it is alive. */
export async function typeNext(commands: readonly string[], from: Where): Promise<void> {
  const [change = '', ...rest] = commands;
  const folder = /^cd (?<folder>\S+)$/u.exec(change)?.groups?.['folder'];
  expect(folder).toBeDefined();
  const where = { ...from, cwd: join(from.cwd, folder ?? '') };
  expect(rest).toHaveLength(2);
  for (const command of rest) {
    const shell = ['sh', '-c', command] as const;
    if (command.endsWith(' dev')) await withServer(shell, where);
    else expect(await run(shell, where), command).toMatchObject({ code: 0 });
  }
}
