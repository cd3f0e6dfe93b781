import type { Variable } from '../../generators/core/model/contribution.ts';
import type { Model } from '../../generators/core/model/model.ts';

const block = ({ name, comment }: Variable, value: string): string =>
  `# ${comment}.\n${name}=${value}\n`;

/** `.env.example`: every variable with its default. */
export const environmentExample = ({ variables }: Model): string =>
  variables.map((variable) => block(variable, variable.default ?? '')).join('\n');

/** `.env` of a developer's machine; not in the tree, since secrets stand in it. */
export const environment = ({ variables }: Model, makeSecret: () => string): string =>
  variables
    .map((variable) => {
      const value = variable.kind === 'secret' ? makeSecret() : variable.development;
      return block(variable, value ?? variable.default ?? '');
    })
    .join('\n');
