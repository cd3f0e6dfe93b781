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
    name: 'resource',
    operands: '<name> <field:type[:modifier]>...',
    does: 'add a resource: its routes, its data, a migration, tests, documentation',
    load: () => import('./resource.ts'),
  },
  {
    name: 'field',
    operands: '<resource> <field:type[:modifier]>...',
    does: 'add fields to a resource, or say anew what they are',
    load: () => import('./field.ts'),
  },
  {
    name: 'remove',
    operands: 'resource <name> | field <resource> <field>...',
    does: 'remove a resource or fields',
    load: () => import('./remove.ts'),
  },
  {
    name: 'set',
    operands: '<dimension=choice>...',
    does: 'change what was chosen',
    load: () => import('./set.ts'),
  },
  {
    name: 'apply',
    operands: '',
    does: 'make the project what its spec says, after an edit by hand or a merge of branches',
    load: () => import('./apply.ts'),
  },
  {
    name: 'check',
    operands: '',
    does: 'list what drifted from what is generated, and how',
    load: () => import('./check.ts'),
  },
  {
    name: 'diff',
    operands: '[dimension=choice]...',
    does: 'show what apply, or other choices, would change',
    load: () => import('./diff.ts'),
  },
  {
    name: 'explain',
    operands: '<path>',
    does: 'say where a file comes from, whose it is, and what you changed in it',
    load: () => import('./explain.ts'),
  },
  {
    name: 'upgrade',
    operands: '',
    does: 'bring the project to the installed templates',
    load: () => import('./upgrade.ts'),
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
