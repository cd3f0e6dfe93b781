import type { Contribution } from '../../../../../generators/core/model/contribution.ts';

export const contribute = (): Contribution => ({
  image: {
    context: ['pyproject.toml', 'uv.lock', 'manage.py', 'serve.py', 'config', 'common', 'apps'],
    litter: ['**/__pycache__'],
    folder: '/app',
  },
  release: [{ name: 'migrate', run: ['python', 'manage.py', 'migrate'] }],
  managed: ['Dockerfile'],
});
