import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseFlags } from '../core/faces/flags.ts';
import { explain } from '../core/faces/look/explain.ts';
import { textOfExplanation, wordsForOther } from '../core/faces/look/explain-report.ts';
import { openToLook } from '../core/faces/look/open-to-look.ts';
import { loadCast } from '../core/model/load.ts';
import { folderAround } from '../core/model/migration-place.ts';
import { exitCodes, printable, Refusal } from '../core/refusal.ts';
import type { ExitCode } from '../core/refusal.ts';
import { lastOf } from '../core/render/render.ts';
import type { Repository } from '../core/repository/open.ts';
import { lookFlags } from './look-flags.ts';

export const flags = lookFlags;

const usage = (message: string): Refusal => new Refusal(message, { exitCode: exitCodes.usage });

function pathOf(root: string, [said, ...others]: readonly string[]): string {
  if (said === undefined || others.length > 0) {
    throw usage('Say which file: groundwork explain src/app.ts.');
  }
  const path = relative(root, resolve(said)).split(sep).join('/');
  if (path === '' || path.startsWith('../')) throw usage(`${said} is no file of this project.`);
  return path;
}

async function wordsFor({ root, spec }: Repository, path: string): Promise<string> {
  if (!existsSync(join(root, path))) throw usage(`${path} does not exist, and is not generated.`);
  const { stacks } = await loadCast(spec);
  const place = lastOf(stacks, (stack) => stack.migrations);
  return wordsForOther(path, place && folderAround(place, path));
}

export async function run(words: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags(words, flags);
  const repository = await openToLook(process.cwd());
  const path = pathOf(repository.root, positionals);
  const explanation = explain(repository, path);
  const other = explanation === undefined ? await wordsFor(repository, path) : '';
  if (values['json'] === true) {
    const told = explanation ?? { path, generated: false, what: other };
    process.stdout.write(`${JSON.stringify({ ok: true, command: 'explain', ...told })}\n`);
  } else {
    process.stdout.write(
      explanation === undefined ? `${printable(path)} ${other}.\n` : textOfExplanation(explanation),
    );
  }
  return exitCodes.done;
}
