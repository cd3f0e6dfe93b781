import { linesOfData } from '../../../../../generators/core/render/templates-folder.ts';

const list = 'project/auth/jwt/data/common-passwords.txt';

/** Of one template literal: nothing stands between the entries that a search for leaks could take for a key. */
export const commonPasswords = (): string => `/** What is tried first, in lower case. */
export const commonPasswords: readonly string[] = \`
${linesOfData(list).map(escape).join('\n')}
\`
  .trim()
  .split('\\n');
`;

const escape = (entry: string): string => entry.replaceAll(/[\\`]|\$(?=\{)/gu, String.raw`\$&`);
