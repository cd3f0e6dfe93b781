import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../apply/folder.ts';

/** Why git cannot be asked, or `undefined`. */
export const whyNoGit =
  spawnSync('git', ['--version']).status === 0 ? undefined : 'there is no git on this machine';

export interface Verdict {
  readonly conflicts: number;
  readonly text: string;
}

/** What `git merge-file` makes of three texts. */
export function gitMerger(): (base: string, ours: string, next: string) => Verdict {
  const folder = makeFolder();
  return (base, ours, next) => {
    const texts = { ours, base, next };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    const labels = ['-L', 'yours', '-L', 'before', '-L', 'generated'];
    const { status, stdout } = spawnSync(
      'git',
      ['merge-file', '-p', '--quiet', ...labels, 'ours', 'base', 'next'],
      { cwd: folder, encoding: 'utf8' },
    );
    return { conflicts: status ?? -1, text: stdout };
  };
}
