import { basename } from 'node:path';

/*
 * Versions that an update bot raises. They are hidden while texts are compared and merged, so that a
 * raised version is neither an edit nor a conflict, and given back afterwards.
 */

const patterns: readonly RegExp[] = [
  /(?<key>\buses:[ \t]*[\w./-]+@)(?<version>[^\s#]+(?:[ \t]+#[^\n\r]*)?)/gu,
  /(?<key>(?<![\w./-])[\w./-]*\w:)(?<version>[\w.-]+@sha256:[\da-f]{64})/gu,
  // An item of a list, `"psycopg[binary]>=3.3,<4",` (PEP 508).
  /(?<key>(?<=^[ \t]*)"[\dA-Za-z][\w.-]*(?:\[[\w,.-]+\])?)(?<version>[!<=>~][^\s"]*)(?=",?\r?$)/gmu,
];

/** Files that hold a version and nothing else. */
const versionFile = /^\.(?:nvmrc|[a-z]+-version)$/u;
const wholeVersion = /^(?<key>)(?<version>v?\d[\w.-]*)(?=\s*$)/gu;

const patternsOf = (path: string): readonly RegExp[] =>
  versionFile.test(basename(path)) ? [wholeVersion] : patterns;

/** Whether a line, its version hidden or not, is one package of a list. */
export const isRequirement = (line: string): boolean =>
  /^[ \t]*"[\dA-Za-z][\w.-]*(?:\[[\w,.-]+\])?[!<=>~\u{f8ff}][^\s"]*",?$/u.test(line);

/** Cannot stand in a text that people wrote. */
const hidden = '\u{f8ff}';

/** Each thing that has versions in this text, with those that it has. */
function versionsIn(path: string, text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { groups = {} } of patternsOf(path).flatMap((pattern) => [
    ...text.matchAll(pattern),
  ])) {
    const { key = '', version = '' } = groups;
    found.set(key, (found.get(key) ?? new Set()).add(version));
  }
  return found;
}

/** The first run of dotted numbers in a version, a range or a tag. */
const numbersOf = (version: string): readonly number[] =>
  (/\d+(?:\.\d+)*/u.exec(version.replace(/^[\da-f]{40}[ \t]+#/u, ''))?.[0] ?? '0')
    .split('.')
    .map(Number);

function isHigher(a: string, b: string): boolean {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** The version that stands after a merge: where both changed it the higher one, of equals ours. */
export function mergedVersion(base: string | undefined, ours: string, next: string): string {
  if (base === ours) return next;
  return base !== next && isHigher(next, ours) ? next : ours;
}

type Maybe = string | undefined;

/** The one version of a thing in each text; `null` where a text has several and no bot chose them. */
function single(versions: ReadonlySet<string> | undefined): Maybe | null {
  if (versions === undefined) return undefined;
  return versions.size > 1 ? null : [...versions][0];
}

export interface Veil {
  readonly hide: (text: string) => string;
  readonly reveal: (text: string) => string;
}

/** Hides the versions that three edits of a file have of the same things. */
export function veilOf(path: string, base: string, ours: string, next: string): Veil {
  const [was, mine, theirs] = [base, ours, next].map((text) => versionsIn(path, text)) as [
    ReturnType<typeof versionsIn>,
    ReturnType<typeof versionsIn>,
    ReturnType<typeof versionsIn>,
  ];
  const settled = new Map<string, string>();
  for (const key of new Set([...was.keys(), ...mine.keys(), ...theirs.keys()])) {
    const [b, o, t] = [single(was.get(key)), single(mine.get(key)), single(theirs.get(key))];
    if (b === null || o === null || t === null) continue;
    settled.set(
      key,
      o !== undefined && t !== undefined ? mergedVersion(b, o, t) : (t ?? o ?? b ?? ''),
    );
  }
  const replace = (text: string, by: (key: string, version: string) => string) =>
    patternsOf(path).reduce(
      (out, pattern) =>
        out.replaceAll(pattern, (...found) => {
          const { key, version } = found.at(-1) as {
            readonly key: string;
            readonly version: string;
          };
          return key + by(key, version);
        }),
      text,
    );
  return {
    hide: (text) => replace(text, (key, version) => (settled.has(key) ? hidden : version)),
    // The longest first: a key may end in another one (`mirror/node:`, `node:`).
    reveal: (text) =>
      [...settled]
        .toSorted(([a], [b]) => b.length - a.length)
        .reduce((out, [key, version]) => out.replaceAll(key + hidden, () => key + version), text),
  };
}
