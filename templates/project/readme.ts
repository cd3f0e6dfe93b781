import type { DocSection } from '../../generators/core/model/contribution.ts';
import type { Model } from '../../generators/core/model/model.ts';
import type { Variable } from '../../generators/core/model/contribution.ts';
import { code, paragraph, table } from './markdown.ts';

const remembered = `\`groundwork.json\` and \`.groundwork/\` remember what was chosen and what was generated. They belong in
git; changes by hand need not be entered there.
\`npx generator-groundwork new <folder> --answers groundwork.json\` writes the same project again.`;

function defaultOf({ kind, default: value }: Variable): string {
  if (value !== null) return code(value);
  return kind === 'secret' || kind === 'store' ? 'none: required' : 'not set';
}

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
      variables.map((variable) => [code(variable.name), defaultOf(variable), variable.comment]),
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
