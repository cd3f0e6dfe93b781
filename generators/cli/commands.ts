import type { Command, CommandModule } from './command.ts';

/** The commands, in the order of the help. Each is loaded when it is called. */
export const commands: readonly (Command & { readonly load: () => Promise<CommandModule> })[] = [
  {
    name: 'new',
    operands: '<dir>',
    does: 'write a new back end into a folder',
    load: () => import('./new.ts'),
  },
  {
    name: 'choices',
    operands: '',
    does: 'list what can be chosen, and what excludes what',
    load: () => import('./choices.ts'),
  },
  {
    name: 'schema',
    operands: '',
    does: 'print the JSON Schema of an answers file',
    load: () => import('./schema.ts'),
  },
];
