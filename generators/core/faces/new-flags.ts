import { dimensions } from '../../../templates/choices.ts';
import type { Flag } from './flags.ts';

const choiceFlags: readonly Flag[] = dimensions.map(({ id, label, choices }) => ({
  name: id,
  type: 'string',
  value: choices.map((choice) => choice.id).join('|'),
  does: label,
}));

/** What `new` can be told, by either door. */
export const newFlags: readonly Flag[] = [
  { name: 'name', type: 'string', value: 'NAME', does: 'name of the project' },
  { name: 'description', type: 'string', value: 'TEXT', does: 'one line about it' },
  ...choiceFlags,
  { name: 'example', type: 'boolean', negative: true, does: 'leave out the example resource' },
  {
    name: 'answers',
    type: 'string',
    value: 'FILE|-',
    does: 'answers as JSON; - reads standard input',
  },
  { name: 'yes', type: 'boolean', does: 'ask nothing, take the defaults' },
  { name: 'json', type: 'boolean', does: 'print one JSON document' },
  { name: 'dry-run', type: 'boolean', does: 'print the plan, write nothing' },
  { name: 'install', type: 'boolean', negative: true, does: 'do not install the packages' },
  { name: 'git', type: 'boolean', negative: true, does: 'do not create a git repository' },
  { name: 'verify', type: 'boolean', does: "install, then run the project's own checks" },
  { name: 'force', type: 'boolean', does: 'write into a folder that holds other files' },
  { name: 'debug', type: 'boolean', does: 'print stack traces' },
];
