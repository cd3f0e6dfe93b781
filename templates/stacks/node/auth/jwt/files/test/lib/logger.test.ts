import { expect, test } from 'vitest';
import { createLogger } from '../../src/lib/logger.ts';

test.each([
  ['password', (value: string) => ({ password: value })],
  ['refreshToken', (value: string) => ({ body: { refreshToken: value } })],
  ['authorization', (value: string) => ({ request: { headers: { authorization: value } } })],
])('should anybody log a %s, it stays out', (_name, lineWith) => {
  let line = '';
  const logger = createLogger('info', { write: (text) => (line += text) });
  logger.info(lineWith('secret'), 'kept');
  expect(line).toContain('kept');
  expect(line).not.toContain('secret');
});
