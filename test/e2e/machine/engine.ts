import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { imageOf } from '../../../generators/core/model/service.ts';
import { install, whyNoPackages } from '../../servers/programs.ts';
import { must, run } from './run.ts';
import type { Ran, Where } from './run.ts';
import { debian, makeDebian } from './stand-ins.ts';
import type { StandIn } from './stand-ins.ts';

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
const place = ['--root', join(cache, 'images'), '--runroot', join(cache, 'run')];
const store = [...place, '--storage-driver', 'vfs'];
// The limits of this machine may be lower than those that runc asks for.
const limits = ['--ulimit', 'nofile=10000:10000', '--ulimit', 'nproc=5000:5000'];

/** A file of this machine, seen by a build and no part of what it makes. */
export interface Mounted {
  readonly file: string;
  readonly inside: string;
}

export interface Engine {
  /** With the files of this machine that the build may read. */
  readonly build: (context: string, image: string, files: readonly Mounted[]) => Promise<void>;
  readonly podman: (...words: readonly string[]) => Promise<string>;
  readonly tryPodman: (...words: readonly string[]) => Promise<Ran>;
  /** The words that start a container as strictly as compose.yaml does. */
  readonly strictly: readonly string[];
  readonly tidyUp: (image: string) => Promise<void>;
}

/** Makes an image of this machine, unless its store has it. */
async function make(
  buildah: Engine['podman'],
  { name, dockerfile }: Pick<StandIn, 'name' | 'dockerfile'>,
  fill: (folder: string) => Promise<void> | void,
): Promise<void> {
  if ((await buildah('images', '--quiet', '--filter', `reference=${name}`)) !== '') return;
  const work = join(cache, `work-${process.pid}`);
  mkdirSync(work, { recursive: true });
  await fill(work);
  writeFileSync(join(work, 'Dockerfile'), dockerfile);
  await buildah('bud', '--isolation', 'chroot', '--pull-never', '--tag', name, work);
  rmSync(work, { recursive: true });
}

/** Builds and runs images without a daemon, and without any registry. */
export async function openEngine(where: Where, standIns: readonly StandIn[]): Promise<Engine> {
  const podmanWords = ['--cgroup-manager', 'cgroupfs', '--runtime', 'runc'];
  const buildah = (...words: readonly string[]) => must(['buildah', ...store, ...words], where);
  const tryPodman = (...words: readonly string[]) =>
    run(['podman', ...store, ...podmanWords, ...words], where);
  const podman = (...words: readonly string[]) =>
    must(['podman', ...store, ...podmanWords, ...words], where);
  const dockerfile = 'FROM scratch\nADD base.tar /\n';
  await make(buildah, { name: debian.name, dockerfile }, (folder) => makeDebian(folder, where));
  for (const standIn of standIns) {
    await make(buildah, standIn, (folder) => standIn.fill(folder, where));
  }
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
    build: async (context, image, files) => {
      const how = ['--isolation', 'chroot', '--pull-never', '--format', 'docker'];
      const contexts = standIns.flatMap(({ of, name }) => [
        '--build-context',
        `${imageOf(of)}=container-image://${name}`,
      ]);
      const volumes = files.flatMap(({ file, inside }) => ['--volume', `${file}:${inside}:ro`]);
      await buildah('bud', ...how, ...contexts, ...volumes, '--tag', image, context);
    },
    tidyUp: async (image) => {
      await run(['buildah', ...store, 'rmi', '--force', image], where);
      await run(['buildah', ...store, 'rmi', '--prune', '--force'], where);
    },
  };
}
