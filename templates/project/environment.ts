import type { Variable } from '../../generators/core/model/contribution.ts';
import type { Model } from '../../generators/core/model/model.ts';

const block = ({ name, comment }: Variable, value: string): string =>
  `# ${comment}.\n${name}=${value}\n`;

/** `.env` of a developer's machine; not in the tree, since secrets stand in it. */
export const environment = ({ variables }: Model, makeSecret: () => string): string =>
  variables
    .map((variable) => {
      const value = variable.kind === 'secret' ? makeSecret() : variable.development;
      return block(variable, value ?? variable.default ?? '');
    })
    .join('\n');

/** `.env.example`, from which a colleague makes an `.env`: all of it but the secrets. */
export const environmentExample = (model: Model): string => environment(model, () => '');
