import type { Contribution } from '../../../../../generators/core/model/contribution.ts';

export const contribute = (): Contribution => ({
  image: {
    context: [
      'package.json',
      'package-lock.json',
      '.npmrc',
      'tsconfig.json',
      'tsconfig.build.json',
      'src',
    ],
    folder: '/app',
  },
  managed: ['Dockerfile'],
});
