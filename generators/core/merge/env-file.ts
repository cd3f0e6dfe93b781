import { heldAt, standsAt } from './disk.ts';
import { keep, replace } from './step.ts';
import type { Step } from './step.ts';
import { dress, readText } from './text-file.ts';

export const envPath = '.env';

/** Where the names of all variables stand that the project had when it was last generated. */
export const envExamplePath = '.env.example';

/** A variable that is set, or was and stands there as a comment. */
const setting = /^[ \t]*(?:#[ \t]*)?(?:export[ \t]+)?(?<name>[A-Za-z_]\w*)[ \t]*=/u;

const namesIn = (text: string): ReadonlySet<string> =>
  new Set(text.split('\n').flatMap((line) => setting.exec(line)?.groups?.['name'] ?? []));

/** Each variable with the comment above it. */
const blocksOf = (text: string): readonly string[] =>
  text.split(/\n\n+/u).map((block) => block.trim());

/**
 * What becomes of `.env`: variables that are new in the project are appended, nothing else is
 * touched. Where there is none, as in a clone, none is made.
 *
 * @param known `.env.example` as it was last generated: who took one of those out meant it
 * @param next `.env` as it would be made today
 */
export function planEnvironment(root: string, known: string, next: string): Step {
  if (standsAt(root, envPath) !== 'file') return { changes: [], operations: [] };
  const held = heldAt(root, envPath);
  const file = readText(held.content);
  const text = file.lines.join('\n');
  const old = new Set([...namesIn(known), ...namesIn(text)]);
  const added = blocksOf(next).filter((block) =>
    [...namesIn(block)].some((name) => !old.has(name)),
  );
  if (added.length === 0) return keep(envPath, 'same');
  const gap = text === '' || text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  const addition = `${gap}${added.join('\n\n')}\n`;
  const content = Buffer.concat([held.content, dress(addition, { ...file, raw: [] })]);
  return replace(
    { path: envPath, action: 'update' },
    { path: envPath, content, mode: held.mode },
    held,
  );
}
