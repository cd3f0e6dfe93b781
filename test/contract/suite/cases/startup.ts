import { describe, expect } from 'vitest';
import type { Bench } from '../bench.ts';
import type { Exit, ProcessLauncher } from '../launcher.ts';
import { processTest } from '../process-test.ts';

/** Wrong in every reading, for each variable that a value can be wrong for. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  HOST: ['no host at all'],
  PORT: ['abc', '65536', '3000.5'],
  LOG_LEVEL: ['loud'],
  CORS_ORIGINS: ['nonsense', 'https://app.test/path'],
  TRUST_PROXY: ['nonsense', '10.0.0.0/99'],
  RATE_LIMIT_PER_MINUTE: ['many', '-1'],
  BODY_LIMIT_BYTES: ['big', '1.5'],
  SHUTDOWN_GRACE_MS: ['10s', '-1'],
};

const wrongWithUsers: typeof wrong = {
  JWT_SECRET: ['', 'short', 'x'.repeat(32)],
  AUTH_RATE_LIMIT_PER_MINUTE: ['few', '-1'],
};

const wrongFor = ({ spec }: Bench): typeof wrong => ({
  ...wrong,
  ...(spec.auth === 'none' ? {} : wrongWithUsers),
});

const valuesOf = (bench: Bench, launcher: ProcessLauncher): typeof wrong => ({
  ...wrongFor(bench),
  DATABASE_URL: launcher.wrongDatabaseUrls,
});

const lines = ({ stdout, stderr }: Exit): readonly string[] =>
  `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');

const isNamed = (name: string, line: string): boolean =>
  new RegExp(`(?<![A-Z_])${name}(?![A-Z_])`, 'u').test(line);

/** Exit code 1, and exactly one line for each wrong variable, that names it and no other. */
function expectRefusal(exit: Exit, names: readonly string[]): void {
  expect(exit.code, exit.stderr).toBe(1);
  const naming = lines(exit).filter((line) =>
    Object.keys({ ...wrong, ...wrongWithUsers }).some((name) => isNamed(name, line)),
  );
  for (const name of names) {
    const own = lines(exit).filter((line) => isNamed(name, line));
    expect(own, `${name} in:\n${exit.stdout}${exit.stderr}`).toHaveLength(1);
  }
  expect(naming.length).toBeLessThanOrEqual(names.length);
  expect(exit.stderr).not.toMatch(/^\s+(?:at|File) /mu);
}

/** "Start-up with a missing or wrong variable: exit code 1 and one line per wrong variable." */
export function startupCases(bench: Bench): void {
  describe('start-up', () => {
    for (const name of [...Object.keys(wrongFor(bench)), 'DATABASE_URL']) {
      processTest(
        bench,
        `ends with exit code 1 and one line when ${name} is wrong`,
        async (launcher) => {
          const values =
            Object.entries(valuesOf(bench, launcher)).find(([key]) => key === name)?.[1] ?? [];
          const exits = await Promise.all(
            values.map((value) => launcher.attempt({ [name]: value })),
          );
          for (const exit of exits) expectRefusal(exit, [name]);
        },
      );
    }

    processTest(bench, 'names every wrong variable at once', async (launcher) => {
      const values = Object.entries(valuesOf(bench, launcher)).filter(([name]) => name !== 'HOST');
      const env = Object.fromEntries(values.map(([name, [value]]) => [name, value ?? '']));
      expectRefusal(await launcher.attempt(env), Object.keys(env));
    });
  });
}
