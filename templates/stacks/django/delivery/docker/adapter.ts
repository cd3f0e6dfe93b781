import type { Contribution } from '../../../../../generators/core/model/contribution.ts';

const slow = `A request keeps a thread busy until its client has taken the answer: the proxy in front should wait for slow
clients. \`THREADS\` says how many there are.`;

export const contribute = (): Contribution => ({
  docs: [{ title: 'Slow clients', part: 'running', body: slow }],
  image: {
    context: ['pyproject.toml', 'uv.lock', 'manage.py', 'serve.py', 'config', 'common', 'apps'],
    litter: ['**/__pycache__'],
    folder: '/app',
  },
  release: [{ name: 'migrate', run: ['python', 'manage.py', 'migrate'] }],
  managed: ['Dockerfile'],
});
