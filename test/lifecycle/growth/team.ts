import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, getFileInfo } from 'prettier';
import { filesBelow } from '../../../generators/core/merge/disk.ts';
import { repository } from '../../unit/shape/sources.ts';

export const textAt = (root: string, path: string): string =>
  readFileSync(join(root, path), 'utf8');

const endingOf = (path: string): string =>
  /\.(?<ending>\w+)$/u.exec(path)?.groups?.['ending'] ?? '';

/** A line that a team may write, and before which lines it may stand. */
interface Kind {
  readonly line: (word: string) => string;
  readonly before: (line: string, last: string) => boolean;
}

const anywhere = (): boolean => true;
const afterBlank = (pattern: RegExp) => (line: string, last: string) =>
  last === '' && pattern.test(line);

const yaml: readonly Kind[] = [
  { line: (word) => `# ${word}`, before: anywhere },
  { line: (word) => `x-${word}: 1`, before: afterBlank(/^\w/u) },
];

/** Of each file ending; all of them leave a project valid. */
const kinds: Readonly<Record<string, readonly Kind[]>> = {
  ts: [
    { line: (word) => `// ${word}`, before: anywhere },
    {
      line: (word) => `export const ${word} = 1;`,
      before: afterBlank(/^(?:export|const|function|class|interface|type) /u),
    },
  ],
  py: [
    { line: (word) => `# ${word}`, before: anywhere },
    { line: (word) => `${word} = 1`, before: afterBlank(/^(?:class|def|@)/u) },
  ],
  toml: [{ line: (word) => `# ${word}`, before: anywhere }],
  md: [{ line: (word) => word, before: anywhere }],
  yml: yaml,
  yaml,
  json: [
    {
      line: (word) => `  "${word}": 1,`,
      before: (line, last) => last === '{' && line.startsWith('  "'),
    },
  ],
};

const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

/** Inserts a valid line somewhere in a file, as far as there is a place for one. */
export function insert(root: string, path: string, word: string, random: () => number): boolean {
  const kind = pick(kinds[endingOf(path)] ?? [], random);
  const lines = textAt(root, path).split('\n');
  const places = lines.flatMap((line, at) =>
    kind?.before(line, lines[at - 1] ?? '') === true ? [at] : [],
  );
  const at = pick(places, random);
  if (kind === undefined || at === undefined) return false;
  writeFileSync(join(root, path), lines.toSpliced(at, 0, kind.line(word)).join('\n'));
  return true;
}

/** How a team formats that does not format as we do. */
const theirs = { semi: false, singleQuote: false, tabWidth: 4, printWidth: 90 };

/** Most files are as they were in the step before. */
const formatted = new Map<string, Promise<string>>();

async function formatLikeThem(path: string, text: string): Promise<string> {
  const { inferredParser } = await getFileInfo(path);
  if (inferredParser === null) return text;
  return format(text, { ...theirs, parser: inferredParser, filepath: path }).catch(() => text);
}

/** A text as that team formats it, or as it is where prettier cannot read it. */
export function inTheirStyle(path: string, text: string): Promise<string> {
  const key = `${path}\0${text}`;
  const known = formatted.get(key) ?? formatLikeThem(path, text);
  formatted.set(key, known);
  return known;
}

/** Chooses another configuration of prettier, and formats all that is there. */
export async function reformat(root: string): Promise<void> {
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(join(repository, 'node_modules/prettier'), join(root, 'node_modules/prettier'));
  writeFileSync(join(root, '.prettierrc.json'), JSON.stringify(theirs));
  for (const path of filesBelow(root)) {
    if (/^(?:\.groundwork|\.git|node_modules)\//u.test(path)) continue;
    writeFileSync(join(root, path), await inTheirStyle(path, textAt(root, path)));
  }
}
