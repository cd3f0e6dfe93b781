import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { versions } from '../../../templates/versions.ts';

const [, version = ''] = /\/download\/([^/]+)\//u.exec(versions.tools.gitleaks.archive) ?? [];

/** Outside the tree, so that a fresh clone finds what an older one made. */
const cache = process.env['GROUNDWORK_CACHE'] ?? join(homedir(), '.cache', 'groundwork');

/**
 * The scanner for leaked secrets at the version that pipelines download, built from its source: what
 * stands in where releases are out of reach. `undefined` where that cannot be done either.
 */
export function scannerFromSource(): string | undefined {
  const folder = join(cache, `gitleaks-${version}`);
  const program = join(folder, 'gitleaks');
  if (!existsSync(program)) {
    const module = `github.com/zricethezav/gitleaks/v8@${version}`;
    spawnSync('go', ['install', module], { env: { ...process.env, GOBIN: folder } });
  }
  return existsSync(program) ? program : undefined;
}
