import { textOf, isText } from './text-file.ts';
import { veilOf } from './version-tokens.ts';

/** Whether two files are the same but for line ends, a byte order mark and versions that bots raise. */
export function isUntouched(path: string, before: Uint8Array, now: Uint8Array): boolean {
  if (Buffer.from(before).equals(now)) return true;
  if (!isText(before) || !isText(now)) return false;
  const [was, is] = [textOf(before), textOf(now)];
  const { hide } = veilOf(path, was, is, was);
  return hide(was) === hide(is);
}
