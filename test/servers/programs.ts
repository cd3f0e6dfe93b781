import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const isRoot = process.getuid?.() === 0;

/** The path of a program, looked for where Debian keeps those of administrators, too. */
export const pathOf = (program: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));

/**
 * Runs a program to its end; servers refuse to be root, so there it runs as the user named.
 *
 * @throws with all that it said when it fails
 */
export function run(
  words: readonly [string, ...string[]],
  how: { readonly as?: string; readonly env?: Readonly<Record<string, string>> } = {},
): string {
  const [program, ...rest] =
    how.as !== undefined && isRoot ? (['runuser', '-u', how.as, '--', ...words] as const) : words;
  const { status, stdout, stderr, error } = spawnSync(program, rest, {
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, ...how.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status === 0) return stdout;
  throw new Error(`${words.join(' ')} failed: ${error?.message ?? ''}${stdout}${stderr}`);
}

/** Why a package of Debian cannot be installed here. */
export function whyNoPackages(): string | undefined {
  if (pathOf('apt-get') === undefined) return 'needs the packages of Debian';
  return isRoot ? undefined : 'needs root, to install it';
}

const apt = (...words: readonly string[]) =>
  run(['apt-get', '-y', '-o', 'DPkg::Lock::Timeout=400', ...words], {
    env: { RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' },
  });

/** Installs packages without starting what they bring; another installation may go on meanwhile. */
export function install(...packages: readonly string[]): void {
  const words = ['install', '--no-install-recommends', ...packages];
  try {
    apt(...words);
  } catch {
    // The lists may be older than what the mirror holds.
    apt('update');
    apt(...words);
  }
}
