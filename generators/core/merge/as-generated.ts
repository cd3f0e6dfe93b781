import type { Style } from './style.ts';
import { isUntouched } from './untouched.ts';

/** Whether a file is what was generated for its path, perhaps as the team formats it. */
export const isAsGenerated = async (
  path: string,
  generated: Uint8Array,
  held: Uint8Array,
  style: Style,
): Promise<boolean> =>
  isUntouched(path, generated, held) || isUntouched(path, await style(path, generated), held);
