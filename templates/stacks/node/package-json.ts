import type { Model } from '../../../generators/core/model/model.ts';
import { versions } from '../../versions.ts';

/** package.json of the generated project. */
export const packageJson = ({ spec, commands, packages }: Model): string =>
  JSON.stringify({
    name: spec.name,
    version: '0.1.0',
    ...(spec.description === '' ? {} : { description: spec.description }),
    private: true,
    type: 'module',
    engines: { node: `>=${versions.node.minimum}` },
    scripts: Object.fromEntries(commands.map(({ name, script }) => [name, script])),
    dependencies: packages.runtime,
    devDependencies: packages.development,
  });
