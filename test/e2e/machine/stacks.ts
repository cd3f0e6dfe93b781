import { delimiter, join } from 'node:path';
import { completeLock } from './complete-lock.ts';
import type { Person } from './people.ts';
import { world } from './world.ts';

/** How projects of one stack are made and handled on this machine. */
export interface Handled {
  readonly stack: string;
  /** Beside those that every `new` is given. */
  readonly words: readonly string[];
  /** What tests are about, in their titles. */
  readonly of: string;
  /** Why nothing of it can be run here. */
  readonly whyNot: string | undefined;
  readonly lock: string;
  /** Installs what the lock names, and nothing else. */
  readonly install: readonly [string, ...string[]];
  readonly format: readonly [string, ...string[]];
  /** What `new` says to type, once it has installed. */
  readonly next: readonly string[];
  /** Makes a lock whole that the registry of this machine left gaps in; returns what it added. */
  readonly complete: (project: string) => readonly string[];
  /** PATH, and what else its tools need to be told. */
  readonly environment: (person: Person) => Readonly<Record<string, string>>;
}

export const fastify: Handled = {
  stack: 'fastify',
  words: [],
  of: 'the default back end',
  whyNot: undefined,
  lock: 'package-lock.json',
  install: ['npm', 'ci'],
  format: ['npm', 'run', 'format'],
  next: ['npm run dev', 'npm run verify'],
  complete: completeLock,
  environment: () => ({}),
};

/** As `pipx` leaves it on a runner: what is installed for a person comes first. */
function pythonEnvironment({ home }: Person): Readonly<Record<string, string>> {
  const { modernPath, python } = world();
  if (python === undefined) return {};
  const path = [join(home, '.local', 'bin'), python.folder, modernPath];
  return { ...python.env, PATH: path.join(delimiter) };
}

export const django: Handled = {
  stack: 'django',
  words: ['--stack', 'django'],
  of: 'a back end with Django',
  whyNot:
    world().python === undefined ? 'neither uv nor a Python can be had on this machine' : undefined,
  lock: 'uv.lock',
  install: ['make', 'install'],
  format: ['make', 'format'],
  next: ['make dev', 'make verify'],
  complete: () => [],
  environment: pythonEnvironment,
};

export const stacks: readonly Handled[] = [fastify, django];
