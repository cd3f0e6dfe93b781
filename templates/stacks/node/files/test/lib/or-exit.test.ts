import { afterEach, expect, test, vi } from 'vitest';
import { orExit } from '../../src/lib/or-exit.ts';

afterEach(() => vi.restoreAllMocks());

/** What is written to standard error when the work fails. */
async function told(work: () => unknown, variables: string): Promise<string> {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit code ${code}`);
  });
  await expect(orExit(work, variables)).rejects.toThrow('exit code 1');
  return write.mock.calls.join('');
}

const refused = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });

test('work that does not fail is returned', async () => {
  expect(await orExit(() => Promise.resolve(5))).toBe(5);
});

test.each([
  [new Error('no'), 'HOST', 'HOST: no\n'],
  [
    new Error('The database is down.', { cause: refused }),
    '',
    'The database is down. ECONNREFUSED\n',
  ],
  ['nothing else', '', 'nothing else\n'],
])('%s is told in a line, behind the variables to blame', async (error, variables, line) => {
  const work = () => {
    throw error;
  };
  expect(await told(work, variables)).toBe(line);
});
