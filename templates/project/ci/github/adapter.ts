import type { Contribution } from '../../../../generators/core/model/contribution.ts';
import { contributing } from './contributing.ts';
import { renovate } from './renovate.ts';
import { workflow } from './workflow.ts';

export const contribute = (): Contribution => ({
  folders: [
    { path: '.github/workflows/', holds: 'What runs on each pull request and each push to main' },
  ],
  docs: [
    {
      title: 'Contributing',
      part: 'contributing',
      body: `[CONTRIBUTING.md](CONTRIBUTING.md) says how a change gets in and what checks it,
[SECURITY.md](SECURITY.md) how to report a vulnerability.`,
    },
  ],
  managed: ['.github/workflows/ci.yml', 'renovate.json'],
});

export const writers = {
  '.github/workflows/ci.yml': workflow,
  'CONTRIBUTING.md': contributing,
  'renovate.json': renovate,
};
