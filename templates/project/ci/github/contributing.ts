import type { Model } from '../../../../generators/core/model/model.ts';
import { code, table } from '../../markdown.ts';

/** CONTRIBUTING.md: how a change gets in, and what checks it. */
export const contributing = ({ steps }: Model): string =>
  `# Contributing

1. Branch from \`main\`, and keep a change to one idea.
2. A change of behaviour comes with a test that was red without it.
3. Run the checks before you push; [README.md](README.md) lists every command.
4. Open a pull request against \`main\`. The title says what changes, in the imperative.

## Checks

Each of them is a job of \`.github/workflows/ci.yml\` and a command that you can type:

${table(
  ['Check', 'Command'],
  steps
    .filter(({ id }) => id !== 'leaks')
    .map(({ name, run }) => [name, run.map(code).join(', then ')]),
)}

The history is searched for secrets as well. To hold everybody to this, protect \`main\` in the settings of
the repository: require a pull request and these checks. Leave out Audit if a vulnerability published
elsewhere must not stop an unrelated change.
`;
