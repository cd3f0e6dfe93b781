import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { bill } from '../../steps.ts';

export const contribute = (): Contribution => ({
  provisions: [
    {
      need: 'toolchain',
      name: 'Set up Node',
      how: {
        action: 'actions/setup-node',
        inputs: { 'node-version-file': '.nvmrc', cache: 'npm' },
      },
    },
    { need: 'packages', name: 'Install packages', how: { run: 'npm ci' } },
  ],
  ignored: [bill],
});
