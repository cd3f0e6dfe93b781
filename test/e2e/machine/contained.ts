import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mounted } from './engine.ts';
import type { Person } from './people.ts';
import { django, fastify } from './stacks.ts';
import type { Handled } from './stacks.ts';
import { node, python, uv } from './stand-ins.ts';
import type { StandIn } from './stand-ins.ts';
import { world } from './world.ts';

/** What is known of the image of one stack. */
export interface Contained {
  readonly handled: Handled;
  readonly standIns: readonly StandIn[];
  /** How the build reaches the packages that this machine reaches. */
  readonly reach: (person: Person) => readonly Mounted[];
  readonly command: readonly string[];
  readonly environment: readonly string[];
  /** All that lies in the folder of the back end. */
  readonly holds: readonly string[];
  /** A folder of sources, which nobody may change. */
  readonly sources: string;
  readonly packages: {
    /** A pattern of the shell. */
    readonly folder: string;
    readonly some: string;
    /** Those of developers, in that folder or on the PATH. */
    readonly none: readonly string[];
  };
  /** What the log says last. */
  readonly farewell: string;
}

const authorities = process.env['NODE_EXTRA_CA_CERTS'] ?? process.env['SSL_CERT_FILE'];

const authoritiesAt = (inside: string): readonly Mounted[] =>
  authorities === undefined ? [] : [{ file: authorities, inside }];

function npmOfTheMachine({ home, npm }: Person): readonly Mounted[] {
  const file = join(home, 'npmrc-of-the-build');
  const trusted = '/usr/local/etc/authorities.crt';
  const lines = [`registry=${npm.registry}`, `cafile=${trusted}`];
  writeFileSync(file, `${lines.slice(0, authorities === undefined ? 1 : 2).join('\n')}\n`);
  return [{ file, inside: '/usr/local/etc/npmrc' }, ...authoritiesAt(trusted)];
}

function uvOfTheMachine({ home }: Person): readonly Mounted[] {
  const file = join(home, 'uv-of-the-build.toml');
  const { UV_DEFAULT_INDEX: index } = world().python?.env ?? {};
  const lines = index === undefined ? [] : ['[[index]]', `url = "${index}"`, 'default = true'];
  writeFileSync(file, ['system-certs = true', ...lines, ''].join('\n'));
  const trusted = authoritiesAt('/etc/ssl/certs/ca-certificates.crt');
  return [{ file, inside: '/etc/uv/uv.toml' }, ...trusted];
}

export const contained: readonly Contained[] = [
  {
    handled: fastify,
    standIns: [node],
    reach: npmOfTheMachine,
    command: ['node', 'dist/server.js'],
    environment: ['NODE_ENV=production', 'HOST=0.0.0.0'],
    holds: ['data', 'dist', 'node_modules', 'package.json'],
    sources: 'dist',
    packages: {
      folder: 'node_modules',
      some: 'fastify',
      none: ['typescript', 'vitest', 'prettier', 'oxlint'],
    },
    farewell: '"msg":"stopped"',
  },
  {
    handled: django,
    standIns: [python, uv],
    reach: uvOfTheMachine,
    command: ['python', 'serve.py'],
    environment: ['HOST=0.0.0.0', 'PYTHONDONTWRITEBYTECODE=1'],
    holds: ['.venv', 'apps', 'common', 'config', 'data', 'manage.py', 'serve.py'],
    sources: 'apps',
    packages: {
      folder: '.venv/lib/python3*/site-packages',
      some: 'django',
      none: ['pytest', 'mypy', 'ruff', 'pip_audit', 'uv'],
    },
    farewell: 'Shutting down',
  },
];
