import { heldAt, standsAt } from './disk.ts';
import { keepReasons } from './plan.ts';
import { keep, replace } from './step.ts';
import type { Step } from './step.ts';
import { dress, readText } from './text-file.ts';

const envPath = '.env';

/** Where the names of all variables stand that the project had when it was last generated. */
export const envExamplePath = '.env.example';

/** A variable that is set, or was and stands there as a comment. */
const setting = /^[ \t]*(?:#[ \t]*)?(?:export[ \t]+)?(?<name>[A-Za-z_]\w*)[ \t]*=/u;

const namesIn = (text: string): ReadonlySet<string> =>
  new Set(text.split('\n').flatMap((line) => setting.exec(line)?.groups?.['name'] ?? []));

const namesWithout = (text: string, old: ReadonlySet<string>): readonly string[] =>
  [...namesIn(text)].filter((name) => !old.has(name));

/** What is not ours to write: somebody has to add the variables. */
function planLinked(names: readonly string[]): Step {
  if (names.length === 0) return { changes: [], operations: [] };
  const why = `${keepReasons.linked}: add ${names.join(', ')}`;
  const change = { path: envPath, action: 'keep', reason: 'linked', why } as const;
  return { changes: [change], operations: [] };
}

/** Each variable with the comment above it. */
const blocksOf = (text: string): readonly string[] =>
  text.split(/\n\n+/u).map((block) => block.trim());

/**
 * What becomes of `.env`: variables that are new in the project are appended, nothing else is
 * touched. Where there is none, as in a clone, none is made.
 *
 * @param known `.env.example` as it was last generated: who took one of those out meant it
 * @param next `.env` as it would be made today
 * @param wanted `all` also appends what is known and not there, as after a pull; who does not want a
 *   variable leaves it there as a comment
 */
export function planEnvironment(
  root: string,
  known: string,
  next: string,
  wanted: 'new' | 'all' = 'new',
): Step {
  const stands = standsAt(root, envPath);
  if (stands === 'nothing') return { changes: [], operations: [] };
  if (stands === 'other') return planLinked(namesWithout(next, namesIn(known)));
  const held = heldAt(root, envPath);
  const file = readText(held.content);
  const text = file.lines.join('\n');
  const old = new Set([...(wanted === 'all' ? [] : namesIn(known)), ...namesIn(text)]);
  const added = blocksOf(next).filter((block) => namesWithout(block, old).length > 0);
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
