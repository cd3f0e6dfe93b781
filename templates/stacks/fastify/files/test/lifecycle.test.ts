import { createConnection } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { emptyDatabaseUrl } from './support/database.ts';
import { run, startServer } from './support/server.ts';

test.each(['SIGTERM', 'SIGINT'] as const)(
  'on %s the server stops with exit code 0',
  async (signal) => {
    const { child, outcome, url } = await startServer();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    child.kill(signal);
    expect((await outcome).code).toBe(0);
    await expect(fetch(`${url}/livez`)).rejects.toThrow('fetch failed');
  },
);

test('a connection that never ends its request is cut when the grace time is over', async () => {
  const { child, outcome, url } = await startServer({ SHUTDOWN_GRACE_MS: '100' });
  const socket = createConnection(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
  socket.write('GET /livez HTTP/1.1\r\n');
  await once(socket, 'connect');
  child.kill('SIGTERM');
  const { code, stdout } = await outcome;
  expect(code).toBe(0);
  expect(stdout).toContain('grace time is over');
});

test('every line on standard output is JSON with a level and a time, the request id included', async () => {
  const { child, outcome, url } = await startServer();
  await fetch(`${url}/livez`, { headers: { 'x-request-id': 'traced-1' } });
  child.kill('SIGTERM');
  const lines = (await outcome).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.filter((line) => line.requestId === 'traced-1')).toHaveLength(1);
  for (const line of lines) {
    expect(line).toMatchObject({ level: expect.any(String), time: expect.any(String) });
  }
});

test.each(['src/server.ts', 'src/data/migrate.ts'])(
  '%s names every wrong variable, one a line, and ends with exit code 1',
  async (script) => {
    const { outcome } = run(script, { PORT: '99999', LOG_LEVEL: 'loud', TRUST_PROXY: 'nginx' });
    const { code, stderr, stdout } = await outcome;
    expect(code).toBe(1);
    expect(stdout).toBe('');
    const names = stderr
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0]);
    expect(names).toHaveLength(3);
    expect(new Set(names)).toEqual(new Set(['PORT', 'LOG_LEVEL', 'TRUST_PROXY']));
  },
);

test('an address that cannot be listened on is told in one line', async () => {
  const { outcome } = run('src/server.ts', {
    HOST: 'no host at all',
    DATABASE_URL: await emptyDatabaseUrl(),
  });
  const { code, stderr } = await outcome;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^HOST, PORT: .+\n$/);
});
