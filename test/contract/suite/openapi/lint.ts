import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const packageFile = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
const cli = join(dirname(packageFile), 'bin', 'cli.js');
const rules = { extends: ['minimal'], rules: { struct: 'error', 'no-unresolved-refs': 'error' } };
const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' };

/** What an independent linter has against the document; empty when nothing. */
export async function lint(document: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'contract-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, document);
    await writeFile(join(folder, 'redocly.yaml'), JSON.stringify(rules));
    const args = [cli, 'lint', file, '--config', join(folder, 'redocly.yaml')];
    return await new Promise((resolve) => {
      const options = { cwd: folder, env: { ...process.env, ...quiet } };
      execFile(process.execPath, args, options, (error, stdout, stderr) => {
        resolve(error ? `${stdout}\n${stderr}` : '');
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
