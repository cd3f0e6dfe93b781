import { copyFileSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { PinnedImage } from '../../../generators/core/model/service.ts';
import { versions } from '../../../templates/versions.ts';
import { must } from './run.ts';
import type { Where } from './run.ts';
import { world } from './world.ts';

/** An image made on this machine in place of an official one, whose registry may be out of reach. */
export interface StandIn {
  readonly of: PinnedImage;
  /** As the store of this machine knows it. */
  readonly name: string;
  readonly dockerfile: string;
  /** Puts what the Dockerfile takes into the folder of the build. */
  readonly fill: (folder: string, where: Where) => Promise<void> | void;
}

/** As in the tags of the images that are stood in for. */
export const debian = { suite: 'trixie', name: 'localhost/groundwork-debian:trixie' };

/** The folder of the package whose program is on the PATH. */
function homeOfNpm({ path }: Where): string {
  const candidates = path.split(delimiter).map((folder) => join(folder, 'npm'));
  const program = candidates.find((file) => existsSync(file));
  if (program === undefined) throw new Error('there is no npm on the PATH');
  return dirname(dirname(realpathSync(program)));
}

export const node: StandIn = {
  of: versions.images.node,
  name: `localhost/groundwork-node:${versions.node.runtime}`,
  dockerfile: `FROM ${debian.name}
COPY node /usr/local/bin/node
COPY npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
`,
  fill: async (folder, where) => {
    copyFileSync(process.execPath, join(folder, 'node'));
    await must(['cp', '-rL', homeOfNpm(where), join(folder, 'npm')], where);
  },
};

/** The Python of Debian, which is older than that of the image and new enough for projects. */
export const python: StandIn = {
  of: versions.images.python,
  name: `localhost/groundwork-python:${debian.suite}`,
  dockerfile: `FROM ${debian.name}
RUN apt-get update \\
  && apt-get install --yes --no-install-recommends python3 \\
  && rm -rf /var/lib/apt/lists/* \\
  && ln -s ../../bin/python3 /usr/local/bin/python
`,
  fill: () => {},
};

export const uv: StandIn = {
  of: versions.images.uv,
  name: `localhost/groundwork-uv:${versions.uv.version}`,
  dockerfile: 'FROM scratch\nCOPY uv /uv\n',
  fill: (folder) => {
    copyFileSync(join(world().python?.folder ?? '', 'uv'), join(folder, 'uv'));
  },
};

/** Debian's root, from the mirror that apt of this machine uses. */
export async function makeDebian(folder: string, where: Where): Promise<void> {
  const root = join(folder, 'root');
  mkdirSync(root);
  const field = ['--format', '$(REPO_URI)', 'Created-By: Packages', 'Label: Debian'];
  const [mirror = ''] = (await must(['apt-get', 'indextargets', ...field], where)).split('\n');
  const kind = ['--variant=minbase', '--include=ca-certificates', debian.suite];
  await must(['debootstrap', ...kind, root, mirror], where);
  await must(['tar', '-C', root, '-cf', join(folder, 'base.tar'), '.'], where);
  await must(['rm', '-rf', root], where);
}
