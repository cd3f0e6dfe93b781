/** Prints the hashes of what a spec renders to: for a process with another environment. */
import { createHash } from 'node:crypto';
import { filesOf } from '../../matrix/cases.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';

const { files } = await filesOf(parseSpec(JSON.parse(process.argv[2] ?? '')));
const hashes = [...files].map(([path, text]) => [
  path,
  createHash('sha256').update(text).digest('hex'),
]);
process.stdout.write(JSON.stringify(hashes));
