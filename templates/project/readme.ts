import type { DocSection } from '../../generators/core/model/contribution.ts';
import type { Model } from '../../generators/core/model/model.ts';
import { code, paragraph, table } from './markdown.ts';

const remembered = `\`groundwork.json\` and \`.groundwork/\` remember what was chosen and what was generated, so that
the generator (\`generator-groundwork\` on npm) can write the same project again and tell what has changed
since. They belong in git.`;

/** README.md of the generated project, from what the adapters contribute. */
export function readme({ spec, commands, variables, folders, docs }: Model): string {
  const sectionsOf = (wanted: DocSection['part']) =>
    docs
      .filter((section) => section.part === wanted)
      .map(({ title, body }) => `## ${title}\n\n${body}`);
  const sections = [
    ...sectionsOf(undefined),
    `## Commands\n\n${table(
      ['Command', 'What it does'],
      commands.flatMap(({ run, does }) => (does === null ? [] : [[code(run), does]])),
    )}`,
    `## Variables\n\nThe process refuses to start when one of them is wrong, and names each.\n\n${table(
      ['Variable', 'Default', 'Meaning'],
      variables.map(({ name, default: value, comment }) => [
        code(name),
        value === null ? 'not set' : code(value),
        comment,
      ]),
    )}`,
    `## Map\n\n${table(
      ['Folder', 'What it holds'],
      folders
        .toSorted((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ path, holds }) => [code(path), holds]),
    )}`,
    ...sectionsOf('running'),
    ...sectionsOf('contributing'),
    `## Groundwork\n\n${remembered}`,
  ];
  return [`# ${spec.name}`, paragraph(spec.description), ...sections]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}
