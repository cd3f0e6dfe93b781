import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { stateFolder, txnFolder } from './layout.ts';

// Each of these either leaves the root or means another file on some system that the project is cloned to.
const wrongWhole: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'it is empty'],
  [/\\/, 'it holds a backslash'],
  [/^[a-z]:/i, 'it begins with a drive letter'],
  [/^\//, 'it is absolute'],
  [/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u, 'it holds an invisible character'],
  [/\p{Cs}/u, 'it is not valid Unicode'],
  [/[<>:"|?*]/, 'it holds a character that Windows forbids'],
];

const wrongPart: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'it has an empty part'],
  [/^\.\.?$/, 'it holds . or ..'],
  [/[. ]$/, 'a part of it ends in a dot or a space'],
  // "git~1" is the short name that Windows gives to ".git".
  [/^(?:\.git|git~\d+)$/i, 'it lies in .git'],
  [/^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) *(?:\.|$)/i, 'Windows reserves it'],
];

const refuse = (path: string, why: string, advice = 'choose another name'): Refusal =>
  new Refusal(`${JSON.stringify(path)} cannot be written: ${why}; ${advice}.`);

const moveIt = 'move it away and run the command again';

/** Two names that a disk without case or with another Unicode form takes for one. */
const fold = (path: string): string => path.normalize('NFC').toLowerCase();

/**
 * Checks one path of a plan or journal: relative to the root, `/` between its parts.
 * @throws Refusal if it leads out of the root, into `.git` or our own transaction, or is no file name on some system
 */
export function checkPath(path: string): void {
  const whole = wrongWhole.find(([pattern]) => pattern.test(path));
  if (whole) throw refuse(path, whole[1]);
  for (const part of path.split('/')) {
    const wrong = wrongPart.find(([pattern]) => pattern.test(part));
    if (wrong) throw refuse(path, wrong[1]);
  }
  const folded = fold(path);
  if (folded === stateFolder)
    throw refuse(path, 'it is the folder in which groundwork keeps its state');
  if (folded.startsWith(txnFolder) && /^(?:$|[-/])/.test(folded.slice(txnFolder.length))) {
    throw refuse(path, 'groundwork keeps its unfinished work there');
  }
}

/**
 * Checks all paths of one transaction, each alone and all against each other.
 * @throws Refusal also for a name given twice, names that differ only in case, and a file that is a folder of another
 */
export function checkPaths(paths: readonly string[]): void {
  const names = new Map<string, { readonly name: string; readonly isFile: boolean }>();
  for (const path of paths) {
    checkPath(path);
    const parts = path.split('/');
    for (let count = 1; count <= parts.length; count++) {
      const name = parts.slice(0, count).join('/');
      const isFile = count === parts.length;
      const known = names.get(fold(name));
      if (known) refuseClash(name, isFile, known);
      else names.set(fold(name), { name, isFile });
    }
  }
}

function refuseClash(
  name: string,
  isFile: boolean,
  known: { readonly name: string; readonly isFile: boolean },
): void {
  if (known.name !== name) throw refuse(name, `it differs only in case from "${known.name}"`);
  if (known.isFile && isFile) throw refuse(name, 'it is listed twice');
  if (known.isFile !== isFile) throw refuse(name, 'it is both a file and a folder');
}

/**
 * Walks from the root to the path without following anything; what is not there yet is fine.
 * @param known folders below the root already found to be real ones, added to; for many paths in one go
 * @throws Refusal if a part is a symbolic link, if a part on the way is no folder, or if the end is a device or socket
 */
export function assertInsideRoot(
  root: string,
  path: string,
  known: Set<string> = new Set<string>(),
): void {
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count++) {
    const name = parts.slice(0, count).join('/');
    if (known.has(name)) continue;
    const stats = lstatSync(join(root, name), { throwIfNoEntry: false });
    if (!stats) return;
    if (stats.isSymbolicLink())
      throw refuse(path, `"${name}" is a symbolic link, which is never followed`, moveIt);
    if (stats.isDirectory()) known.add(name);
    else if (count < parts.length) throw refuse(path, `"${name}" is not a folder`, moveIt);
    else if (!stats.isFile())
      throw refuse(path, 'something other than a file stands there', moveIt);
  }
}
