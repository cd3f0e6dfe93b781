import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/**
 * Builds and packs this repository.
 *
 * @returns the path of the tarball, which lies in `folder`
 */
export function packRepository(folder: string): string {
  const words = ['pack', '--json', '--loglevel=error', '--pack-destination', folder];
  const printed = execFileSync('npm', words, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const document: unknown = JSON.parse(printed.slice(printed.search(/^[[{]/mu)));
  const [packed] = Object.values(document as Record<string, { readonly filename: string }>);
  if (packed === undefined) throw new Error(`npm pack said ${printed}`);
  return join(folder, packed.filename);
}
