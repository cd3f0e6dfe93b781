import type { Contribution } from '../../../../../generators/core/model/contribution.ts';

const slow = `A client that sends or reads slowly keeps no thread busy, but takes one of the places of requests that wait
(\`REQUESTS_WAITING\` in \`config/settings.py\`), for \`REQUEST_SECONDS\` at most. When none is left, requests are
answered 503, all but \`/livez\`: the proxy in front should wait for slow clients. An answer is
whole before it is sent, one that streams as well.`;

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
