import type { Model } from '../../../generators/core/model/model.ts';
import type { View } from '../../../generators/core/model/stack.ts';
import { versions } from '../../versions.ts';
import { projectSlots } from './slots.ts';
import type { ProjectSlots } from './slots.ts';
import { variableView } from './variables.ts';

const image = versions.images.node;

/** A row of the table in `docs/problems.md`, as wide as the others. */
function problemView({ kind, status, remedy }: ProjectSlots['problems'][number]) {
  const cells = [`\`/problems/${kind}\``.padEnd(34), String(status).padEnd(6), remedy.padEnd(70)];
  return { kind, status, row: `| ${cells.join(' | ')} |` };
}

/** Variables without a default: tests bring them along. */
function requiredView({ required }: ProjectSlots) {
  const names = required.map(({ name }) => name);
  const all = names.map((name) => `...${name}`).join(', ');
  const spread = names.length === 0 ? '' : `${all}, `;
  return {
    imports: required.map(({ name }) => ({
      here: `import { ${name} } from './${name}.ts';`,
      beside: `import { ${name} } from './support/${name}.ts';`,
    })),
    names,
    spread,
    all: names.length === 1 ? names.join('') : `{ ${all} }`.replace('  ', ''),
    environment: spread === '' ? 'variables' : `{ ${spread}...variables }`,
  };
}

/** The configuration while `src/data/migrate.ts` runs: an expression. */
const migratingConfig = ({ migrating }: ProjectSlots): string =>
  migrating.length === 0
    ? 'config'
    : `{ ...config, ${migrating.map(({ setting }) => setting).join(', ')} }`;

const testServersView = ({ testServers }: ProjectSlots) => ({
  imports: testServers.map(({ name, from }) => `import { ${name} } from '${from}';`),
  all: testServers,
});

const removalView = ({ removal }: ProjectSlots) => ({
  imports: removal.map(({ type, from }) => `import type { ${type} } from '${from}';`),
  parameters: removal.map(({ name, type }) => `${name}: ${type}`),
  argument: removal.map(({ name }) => `, ${name}`).join(''),
  condition: removal.map(({ name }) => ` and \${${name}(referrer)}`).join(''),
});

const testedAppView = ({ testedApp }: ProjectSlots) => ({
  imports: testedApp.map(({ name, from }) => `import { ${name} } from '${from}';`),
  app: testedApp.reduce((app, { name }) => `${name}(${app})`, 'app'),
});

/** What the templates of a Node project print, beside the model. */
export function projectView(model: Model): View {
  const slots = projectSlots(model);
  const variables = model.variables.map((variable) => variableView(variable, slots.required));
  return {
    variables,
    configImports: variables.flatMap(({ imports }) => (imports === null ? [] : [imports])),
    nodeMajor: versions.node.major,
    image: `${image.name}:${image.tag}@${image.digest}`,
    plugins: slots.plugins,
    problems: slots.problems.map(problemView),
    logging: slots.logging,
    security: slots.security.map(({ from }) => ({
      from,
      name: 'security',
      type: 'keyof typeof securitySchemes',
      schemes: 'securitySchemes',
    })),
    required: requiredView(slots),
    // As a list of one, so that nothing is printed where there is none.
    aroundTests: slots.aroundTests.length === 0 ? [] : [slots.aroundTests],
    testServers: testServersView(slots),
    migratingConfig: migratingConfig(slots),
    removal: removalView(slots),
    testedApp: testedAppView(slots),
  };
}
