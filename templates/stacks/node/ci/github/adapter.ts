import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { bill } from '../../steps.ts';

const setUp = (inputs: Readonly<Record<string, string>>) => ({
  name: 'Set up Node',
  how: { action: 'actions/setup-node', inputs: { 'node-version-file': '.nvmrc', ...inputs } },
});

export const contribute = (): Contribution => ({
  provisions: [
    { need: 'toolchain', ...setUp({}) },
    // Only who installs may restore the cache: the first job to end saves it for all.
    { need: 'packages', ...setUp({ cache: 'npm' }) },
    { need: 'packages', name: 'Install packages', how: { run: 'npm ci' } },
  ],
  updates: [
    {
      description: 'Development tools come together',
      matchDepTypes: ['devDependencies'],
      matchUpdateTypes: ['minor', 'patch'],
      groupName: 'development tools',
    },
    {
      description: 'One Node everywhere: version file, engines and image',
      matchDepNames: ['node'],
      groupName: 'node',
    },
  ],
  ignored: [bill],
});
