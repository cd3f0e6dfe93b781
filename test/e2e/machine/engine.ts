import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { versions } from '../../../templates/versions.ts';
import { install, whyNoPackages } from '../../servers/programs.ts';
import { must, run } from './run.ts';
import type { Ran, Where } from './run.ts';

const programs = ['buildah', 'podman', 'runc', 'debootstrap'] as const;

const isMissing = (name: string): boolean => spawnSync(name, ['--version']).error !== undefined;

/** Why images can be neither built nor run here; `undefined` when they can. Installs what that takes. */
export function whyNoEngine(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux';
  if (!programs.some(isMissing)) return undefined;
  const excuse = whyNoPackages();
  if (excuse === undefined) install(...programs, 'netavark', 'aardvark-dns');
  return excuse;
}

/** Outside the tree, so that a fresh clone finds what an older one made. */
const cache = process.env['GROUNDWORK_CACHE'] ?? join(homedir(), '.cache', 'groundwork');
const { name, tag, digest } = versions.images.node;
const base = `localhost/groundwork-base:${versions.node.runtime}`;
const place = ['--root', join(cache, 'images'), '--runroot', join(cache, 'run')];
const store = [...place, '--storage-driver', 'vfs'];
// The limits of this machine may be lower than those that runc asks for.
const limits = ['--ulimit', 'nofile=10000:10000', '--ulimit', 'nproc=5000:5000'];

export interface Engine {
  readonly build: (context: string, image: string) => Promise<void>;
  readonly podman: (...words: readonly string[]) => Promise<string>;
  readonly tryPodman: (...words: readonly string[]) => Promise<Ran>;
  /** The words that start a container as strictly as compose.yaml does. */
  readonly strictly: readonly string[];
  readonly tidyUp: (image: string) => Promise<void>;
}

/** The folder of the package whose program is on the PATH. */
function homeOfNpm({ path }: Where): string {
  const candidates = path.split(delimiter).map((folder) => join(folder, 'npm'));
  const program = candidates.find((file) => existsSync(file));
  if (program === undefined) throw new Error('there is no npm on the PATH');
  return dirname(dirname(realpathSync(program)));
}

/** Debian with Node and npm, standing in for the official image: that registry may be out of reach. */
async function makeRoot(where: Where, root: string): Promise<void> {
  const field = ['--format', '$(REPO_URI)', 'Created-By: Packages', 'Label: Debian'];
  const [mirror = ''] = (await must(['apt-get', 'indextargets', ...field], where)).split('\n');
  const kind = ['--variant=minbase', '--include=ca-certificates', 'bookworm'];
  await must(['debootstrap', ...kind, root, mirror], where);
  const local = join(root, 'usr', 'local');
  mkdirSync(join(local, 'lib', 'node_modules'), { recursive: true });
  copyFileSync(process.execPath, join(local, 'bin', 'node'));
  await must(['cp', '-rL', homeOfNpm(where), join(local, 'lib', 'node_modules', 'npm')], where);
  await must(
    ['ln', '-s', '../lib/node_modules/npm/bin/npm-cli.js', join(local, 'bin', 'npm')],
    where,
  );
}

async function makeBase(where: Where, buildah: Engine['podman']): Promise<void> {
  if ((await buildah('images', '--quiet', '--filter', `reference=${base}`)) !== '') return;
  const archive = join(cache, `base-${versions.node.runtime}.tar`);
  const work = join(cache, `work-${process.pid}`);
  mkdirSync(work, { recursive: true });
  if (!existsSync(archive)) {
    await makeRoot(where, join(work, 'root'));
    await must(['tar', '-C', join(work, 'root'), '-cf', join(work, 'base.tar'), '.'], where);
    renameSync(join(work, 'base.tar'), archive);
  }
  await must(['ln', archive, join(work, 'base.tar')], where);
  writeFileSync(join(work, 'Dockerfile'), 'FROM scratch\nADD base.tar /\n');
  rmSync(join(work, 'root'), { recursive: true, force: true });
  await buildah('bud', '--isolation', 'chroot', '--tag', base, work);
  rmSync(work, { recursive: true });
}

/** How npm reaches its registry from this machine, as a file that the build can see. */
function npmOfTheMachine({ as }: Where): readonly string[] {
  const file = join(as.home, 'npmrc-of-the-build');
  const authorities = process.env['NODE_EXTRA_CA_CERTS'];
  const inside = '/usr/local/etc';
  const lines = [`registry=${as.npm.registry}`];
  if (authorities !== undefined) lines.push(`cafile=${inside}/authorities.crt`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return [
    '--volume',
    `${file}:${inside}/npmrc:ro`,
    ...(authorities === undefined
      ? []
      : ['--volume', `${authorities}:${inside}/authorities.crt:ro`]),
  ];
}

/** Builds and runs images without a daemon. */
export async function openEngine(where: Where): Promise<Engine> {
  const podmanWords = ['--cgroup-manager', 'cgroupfs', '--runtime', 'runc'];
  const buildah = (...words: readonly string[]) => must(['buildah', ...store, ...words], where);
  const tryPodman = (...words: readonly string[]) =>
    run(['podman', ...store, ...podmanWords, ...words], where);
  const podman = (...words: readonly string[]) =>
    must(['podman', ...store, ...podmanWords, ...words], where);
  await makeBase(where, buildah);
  return {
    podman,
    tryPodman,
    strictly: [
      ...limits,
      '--network=host',
      '--read-only',
      '--cap-drop=ALL',
      '--security-opt=no-new-privileges',
    ],
    build: async (context, image) => {
      const stand = `${name}:${tag}@${digest}=container-image://${base}`;
      const how = ['--isolation', 'chroot', '--pull-never', '--format', 'docker'];
      const words = ['--build-context', stand, ...npmOfTheMachine(where), '--tag', image];
      await buildah('bud', ...how, ...words, context);
    },
    tidyUp: async (image) => {
      await run(['buildah', ...store, 'rmi', '--force', image], where);
      await run(['buildah', ...store, 'rmi', '--prune', '--force'], where);
    },
  };
}
