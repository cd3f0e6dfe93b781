import { basename } from 'node:path';
import { snapshot } from '../unit/apply/files.ts';

/** Everything on the disk, but for the values in `.env` that no two projects share. */
export const withoutSecrets = (root: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(snapshot(root)).map(([path, text]) => [
      path,
      basename(path) === '.env'
        ? text
            .replaceAll(/^(\w*(?:SECRET|PASSWORD)\w*)=.+$/gmu, '$1=<secret>')
            .replaceAll(/(:\/\/\w+):[^@]+@/gu, '$1:<secret>@')
        : text,
    ]),
  );
