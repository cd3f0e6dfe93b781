import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { versions } from '../../../templates/versions.ts';

/** Outside the tree, so that a fresh clone finds what an older one made. */
const cache = process.env['GROUNDWORK_CACHE'] ?? join(homedir(), '.cache', 'groundwork');

/** What a machine of today has for Python, whether this one has it or not. */
export interface PythonTools {
  /** A folder with `uv` and `pipx`, and nothing else. */
  readonly folder: string;
  /** What uv has to be told on this machine; nothing where it can have any Python that it likes. */
  readonly env: Readonly<Record<string, string>>;
}

const says = (program: string, words: readonly string[], uid?: number) => {
  const how = uid === undefined ? {} : { uid, gid: uid };
  return spawnSync(program, words, { cwd: '/', encoding: 'utf8', ...how });
};

/** Made of packages from PyPI, which are all that it takes. */
function programsFromPackages(): string | undefined {
  const made = join(cache, `uv-${versions.uv.version}`);
  const bin = join(made, 'bin');
  if (!existsSync(join(bin, 'pipx'))) {
    says('python3', ['-m', 'venv', made]);
    says(join(bin, 'pip'), ['install', '--quiet', `uv==${versions.uv.version}`, 'pipx']);
  }
  return existsSync(join(bin, 'pipx')) ? bin : undefined;
}

/** The first Python on the PATH that projects take, and that this user may start. */
function pythonFor(uid: number | undefined): string | undefined {
  const [major = 0, minor = 0] = versions.python.oldest.split('.').map(Number);
  const fits = `import sys; sys.exit(sys.version_info < (${major}, ${minor}))`;
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'python3'))
    .find((program) => existsSync(program) && says(program, ['-c', fits], uid).status === 0);
}

/** Where packages come from, if uv does not know it by itself. */
function index(): Readonly<Record<string, string>> {
  const { UV_DEFAULT_INDEX: own, PIP_INDEX_URL: ofPip } = process.env;
  const told =
    own ?? ofPip ?? says('python3', ['-m', 'pip', 'config', 'get', 'global.index-url']).stdout;
  return told.trim() === '' ? {} : { UV_DEFAULT_INDEX: told.trim() };
}

/**
 * Puts uv and pipx into a folder that everybody may read; `undefined` where packages are out of
 * reach. A Python that uv cannot fetch is stood in for by one of the machine.
 *
 * @param uid of whoever may do the least
 */
export function sharePythonTools(world: string, uid: number | undefined): PythonTools | undefined {
  const bin = programsFromPackages();
  if (bin === undefined) return undefined;
  const folder = join(world, 'python-tools');
  mkdirSync(folder);
  const uv = join(folder, 'uv');
  copyFileSync(join(bin, 'uv'), uv);
  symlinkSync(join(bin, 'pipx'), join(folder, 'pipx'));
  if (says(uv, ['python', 'find', versions.python.version], uid).status === 0) {
    return { folder, env: index() };
  }
  const python = pythonFor(uid);
  if (python === undefined) return undefined;
  const version = says(python, ['--version']).stdout.trim();
  console.info(`Python ${versions.python.version} is out of reach: ${version} stands in`);
  return { folder, env: { ...index(), UV_PYTHON: python, UV_PYTHON_DOWNLOADS: 'never' } };
}
