import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { versions } from '../../../../versions.ts';

/** Nobody knows what is installed where no lock says it. */
const install = `test -f uv.lock || { echo "::error::There is no uv.lock: run 'make lock' and commit it."; exit 1; }
make install`;

const setUp = { name: 'Set up uv', how: { run: `pipx install uv==${versions.uv.version}` } };

export const contribute = (): Contribution => ({
  provisions: [
    { need: 'toolchain', ...setUp },
    { need: 'packages', ...setUp },
    { need: 'packages', name: 'Install packages', how: { run: install } },
  ],
  updates: [
    {
      description: 'Development tools come together',
      matchDepTypes: ['dependency-groups'],
      matchUpdateTypes: ['minor', 'patch'],
      groupName: 'development tools',
    },
    {
      description: 'One Python everywhere: version file and image',
      matchDepNames: ['python'],
      groupName: 'python',
    },
    {
      customType: 'regex',
      description: 'What the pipeline installs packages with',
      managerFilePatterns: ['.github/workflows/ci.yml'],
      matchStrings: ['pipx install (?<depName>uv)==(?<currentValue>\\S+)'],
      datasourceTemplate: 'pypi',
    },
    {
      description: 'One uv everywhere: pipeline and image',
      matchDepNames: ['uv', versions.images.uv.name],
      groupName: 'uv',
    },
  ],
});
