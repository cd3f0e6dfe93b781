import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Cast } from '../model/load.ts';
import type { Runtime } from '../model/stack.ts';
import { lastOf } from '../render/render.ts';
import { sh, wayTo } from './sh.ts';

/** The folders in which the person's own shell looks for programs: without those that npm adds. */
const shellPath = (): string[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(
      (folder) =>
        !folder.includes(join('node_modules', '.bin')) && !folder.includes('node-gyp-bin'),
    );

const older = (version: string, minimum: string): boolean => {
  const [left, right] = [version, minimum].map((text) => text.split('.').map(Number));
  for (const [index, wanted] of (right ?? []).entries()) {
    const had = left?.[index] ?? 0;
    if (had !== wanted) return had < wanted;
  }
  return false;
};

/** The version of the runtime that the person's shell would start; `undefined` when there is none. */
function versionInShell({ command }: Runtime): string | undefined {
  const folder = shellPath().find((candidate) => existsSync(join(candidate, command)));
  if (folder === undefined) return undefined;
  const program = join(folder, command);
  if (realpathSync(program) === realpathSync(process.execPath)) return process.versions.node;
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 5000 });
  return /\d+(?:\.\d+)*/u.exec(stdout)?.[0];
}

const isInShell = (program: string): boolean =>
  shellPath().some((folder) => existsSync(join(folder, program)));

/** The commands that start what the back end talks to, and where they cannot, what to do instead. */
function preparation({ model }: Cast) {
  const possible = model.preparations.filter(([program]) => isInShell(program));
  const variables = model.services.map(({ url }) => url.variable);
  const isReady = possible.length > 0 || variables.length === 0;
  return {
    commands: possible.map((words) => words.join(' ')),
    advice: isReady
      ? undefined
      : `Say in .env where your server is (${variables.join(', ')}), and to the tests in TEST_${variables.join(', TEST_')}.`,
  };
}

export interface NextSteps {
  /** What must be said first: that this machine's runtime is too old, or lacks a server. */
  readonly first: string | undefined;
  /** Three commands, each of which works as printed. */
  readonly commands: readonly string[];
}

/** What to type in the new project. */
export function nextSteps(root: string, cast: Cast, installed: boolean): NextSteps {
  const runtime = lastOf(cast.stacks, (stack) => stack.runtime);
  const found = runtime === undefined ? undefined : versionInShell(runtime);
  const lacking = runtime !== undefined && (found === undefined || older(found, runtime.minimum));
  const remedy: Partial<Runtime['remedy']> = lacking ? runtime.remedy : {};
  const borrow = (command: string) =>
    'borrow' in remedy ? `${remedy.borrow} ${command}` : command;
  const install = lastOf(cast.stacks, (stack) => stack.install)?.join(' ') ?? '';
  const folder = wayTo(root);
  const prepared = preparation(cast);
  const commands = [
    ...('fetch' in remedy ? [remedy.fetch] : []),
    ...(folder === '' ? [] : [`cd ${sh(folder)}`]),
    ...(installed ? [] : [borrow(install)]),
    ...prepared.commands,
    ...(lastOf(cast.stacks, (stack) => stack.next) ?? []).map(borrow),
  ];
  const has = found === undefined ? `no ${runtime?.label}` : `${runtime?.label} ${found}`;
  const needs = lacking
    ? `This machine has ${has}; the project needs ${runtime.label} ${runtime.minimum} or newer, which the ${'fetch' in remedy ? 'first command below installs' : 'commands below borrow'}.`
    : undefined;
  const first = [needs, prepared.advice].filter((line) => line !== undefined).join('\n');
  return { first: first === '' ? undefined : first, commands: commands.slice(0, 3) };
}
