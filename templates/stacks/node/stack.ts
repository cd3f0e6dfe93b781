import type { Contribution } from '../../../generators/core/model/contribution.ts';
import type { Stack } from '../../../generators/core/model/stack.ts';
import { versions } from '../../versions.ts';
import { packageJson } from './package-json.ts';

export const stack: Stack = {
  migrations: { folder: 'src/data/migrations', extension: '.ts' },
  lineWidth: 100,
  runtime: {
    label: 'Node',
    command: 'node',
    minimum: versions.node.minimum,
    borrow: `npx --yes --package node@${versions.node.major} --`,
  },
  install: ['npm', 'install'],
  installed: 'node_modules',
  verify: ['npm', 'run', 'verify'],
  next: ['npm run dev', 'npm run verify'],
};

export const contribute = (): Contribution => ({
  commands: [],
  ignored: ['node_modules/', 'dist/', 'coverage/'],
});

export const writers = { 'package.json': packageJson };
