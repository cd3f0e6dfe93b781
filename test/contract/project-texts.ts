import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const skipped =
  /^(?:node_modules|dist|coverage|data|\.\w+_cache|\.git|\.groundwork|\.venv)(?:\/|$)|(?:^|\/)__pycache__\/|^\.(?:env|coverage)$/u;

/** The texts of a project, without what is installed, built or secret. */
export async function textsIn(projectDir: string): Promise<readonly string[]> {
  const entries = await readdir(projectDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectDir.length + 1))
    .filter((path) => !skipped.test(path.replaceAll('\\', '/')));
  return Promise.all(paths.map((path) => readFile(join(projectDir, path), 'utf8')));
}
