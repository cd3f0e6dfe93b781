import { sha256 } from '../apply/content.ts';

/**
 * What migrations were when they were generated: a line for each, as `sha256sum` writes them, sorted
 * by name, so that two branches that add some are merged line by line.
 */
const line = /^(?<digest>[0-9a-f]{64}) {2}(?<name>\S.*)$/u;

/** Line ends are the business of git. */
const digestOf = (content: string): string =>
  sha256(Buffer.from(content.replaceAll('\r\n', '\n'), 'utf8'));

export function readRecord(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/u).map((each) => line.exec(each)?.groups);
  return new Map(
    lines.flatMap((groups) =>
      groups === undefined ? [] : [[groups['name'] ?? '', groups['digest'] ?? ''] as const],
    ),
  );
}

/**
 * The record with more migrations in it.
 *
 * @param record as it is in the repository; empty for a new one
 * @param files content by file name
 */
export function addToRecord(record: string, files: ReadonlyMap<string, string>): string {
  const all = new Map(readRecord(record));
  for (const [name, content] of files) all.set(name, digestOf(content));
  const sorted = [...all].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([name, digest]) => `${digest}  ${name}\n`).join('');
}

/**
 * Which of the migrations in a repository are not as they were generated: written by hand, or edited.
 *
 * @param files content by file name
 */
export function writtenByHand(
  record: string,
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const known = readRecord(record);
  return [...files].flatMap(([name, content]) =>
    known.get(name) === digestOf(content) ? [] : [name],
  );
}
