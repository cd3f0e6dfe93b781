import type { Variable } from '../../generators/core/model/contribution.ts';
import type { Model } from '../../generators/core/model/model.ts';

const block = ({ name, comment }: Variable, value: string): string =>
  `# ${comment}.\n${name}=${value}\n`;

/**
 * `.env` of a developer's machine, and `.env.example`, from which a colleague makes one. The first is
 * not in the tree, since secrets will stand in it.
 */
export const environment = ({ variables }: Model): string =>
  variables
    .map((variable) => block(variable, variable.development ?? variable.default ?? ''))
    .join('\n');
