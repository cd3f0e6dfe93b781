import type { Generator } from '../apply/inputs.ts';
import { Refusal } from '../refusal.ts';

const numbersOf = (version: string): readonly number[] =>
  (/^\d+(?:\.\d+)*/u.exec(version)?.[0] ?? '0').split('.').map(Number);

/** Negative when `a` is the older one; a version in the making (`1.0.0-beta`) is older than itself. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(b.includes('-')) - Number(a.includes('-'));
}

export const isSameGenerator = (a: Generator, b: Generator): boolean =>
  a.version === b.version && a.templates === b.templates;

/** What to do about a repository that another generator wrote; `undefined` where this one did. */
export function adviceOnGenerator(recorded: Generator, installed: Generator): string | undefined {
  if (isSameGenerator(recorded, installed)) return undefined;
  const was = `written by ${recorded.version}, you run ${installed.version}`;
  const same = `npx generator-groundwork@${recorded.version}`;
  if (compareVersions(installed.version, recorded.version) < 0) {
    return `This project was ${was}: run \`${same} ...\`, an older one never writes.`;
  }
  return recorded.version === installed.version
    ? `This project was written by ${recorded.version} with other templates: run \`groundwork upgrade\`.`
    : `This project was ${was}: run \`groundwork upgrade\`, or \`${same} ...\`.`;
}

/**
 * A repository is written by the generator that it records, and by `upgrade` alone by a newer one.
 *
 * @throws {Refusal} when this generator may not write it
 */
export function refuseOtherGenerator(
  recorded: Generator,
  installed: Generator,
  isUpgrade: boolean,
): void {
  const advice = adviceOnGenerator(recorded, installed);
  const isOlder = compareVersions(installed.version, recorded.version) < 0;
  if (advice === undefined || (isUpgrade && !isOlder)) return;
  throw new Refusal(advice);
}
