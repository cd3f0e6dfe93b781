import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { delimiter, join } from 'node:path';
import type { Model } from '../../generators/core/model/model.ts';
import { versions } from '../../templates/versions.ts';
import { madeOnce } from '../made-once.ts';
import { install, whyNoPackages } from '../servers/programs.ts';
import { repository } from '../unit/shape/sources.ts';

const store = join(repository, 'node_modules', '.cache', 'groundwork-python');
const python = 'python3';

/** Why packages cannot be had on this machine, though nobody made a mistake. */
export class Unreachable extends Error {}

/** What programs need to be told to find uv, Python and packages. */
export type Variables = Readonly<Record<string, string>>;

/** Debian's packages, for those of PyPI that have to be built: there is no wheel for Linux. */
const builtWith: Readonly<Record<string, readonly string[]>> = {
  mysqlclient: ['gcc', 'libmariadb-dev', 'pkg-config'],
};

/** As pip and uv say that nobody answers. */
const silence =
  /NewConnectionError|ConnectTimeoutError|ReadTimeoutError|NameResolutionError|ProxyError|error sending request|Connection refused/u;

function run(program: string, ...words: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
  if (status === 0) return;
  if (error !== undefined) throw new Unreachable(`${program} cannot be started`);
  if (silence.test(stderr)) throw new Unreachable('PyPI cannot be reached');
  throw new Error(`${program} ${words.join(' ')} failed: ${stdout}${stderr}`);
}

const uv = (): string =>
  madeOnce(join(store, `uv-${versions.uv.version}`), (folder) => {
    const words = ['--quiet', '--no-input', '--retries', '1', '--target', folder];
    run(python, '-m', 'pip', 'install', ...words, `uv==${versions.uv.version}`);
  });

function installInto(folder: string, packages: Readonly<Record<string, string>>): void {
  const program = join(uv(), 'bin', 'uv');
  run(program, 'venv', '--relocatable', '--no-python-downloads', '--python', python, folder);
  const ranges = Object.entries(packages).map(([name, range]) => `${name}${range}`);
  const words = ['pip', 'install', '--python', join(folder, 'bin', 'python'), ...ranges];
  const tools = Object.keys(packages).flatMap((name) => builtWith[name] ?? []);
  try {
    run(program, ...words);
  } catch (error) {
    if (error instanceof Unreachable || tools.length === 0) throw error;
    const reason = whyNoPackages();
    if (reason !== undefined) throw new Unreachable(`${tools.join(', ')}: ${reason}`);
    install(...tools);
    run(program, ...words);
  }
}

/**
 * What a project with these packages is to be told, so that it finds them and uv; installed once for
 * each set of them, and kept in our own node_modules.
 *
 * @throws {Unreachable} when they cannot be had here, and nobody made a mistake
 */
export function pythonVariables({ runtime, development }: Model['packages']): Variables {
  const packages = { ...runtime, ...development };
  const hash = createHash('sha256').update(JSON.stringify(packages)).digest('hex').slice(0, 16);
  const folder = madeOnce(join(store, hash), (made) => {
    installInto(made, packages);
  });
  const programs = join(folder, 'bin');
  return {
    PATH: [join(uv(), 'bin'), programs, process.env['PATH'] ?? ''].join(delimiter),
    UV_PROJECT_ENVIRONMENT: folder,
    UV_PYTHON: join(programs, 'python'),
    UV_NO_SYNC: '1',
    // Nor is another environment made from a lock file, which is not there; `e` lets this one win.
    MAKEFLAGS: 'e',
    released: 'uv run',
    // What it says of packages holds for all projects that have them.
    MYPY_CACHE_DIR: join(folder, 'mypy-cache'),
    // Tests change sources faster than Python tells them apart by their time.
    PYTHONDONTWRITEBYTECODE: '1',
  };
}
