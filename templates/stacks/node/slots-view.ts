import type { ResourceSlots } from './slots.ts';

const inserted = (columns: ResourceSlots['columns']): string =>
  columns.length === 0
    ? 'toRow(created)'
    : `{ ...toRow(created), ${columns.map(({ name, value }) => `${name}: ${value}`).join(', ')} }`;

/** Routes have one service for all, or one for each request when its repository asks who sends it. */
function serviceView(parameters: ResourceSlots['parameters']) {
  if (parameters.length === 0) return { declared: 'service = ', call: 'service' };
  const declared = parameters.map(({ name, type }) => `${name}: ${type}`).join(', ');
  const given = parameters.map(({ argument }) => argument).join(', ');
  return { declared: `serviceFor = (${declared}) => `, call: `serviceFor(${given})` };
}

/** Tests of who may do what, in a file of their own. */
function accessView(suites: ResourceSlots['suites']) {
  return {
    // Two suites may speak of the same samples.
    imports: [
      ...new Set(
        suites.flatMap(({ file, name, imports }) => [
          ...imports,
          `import { ${name} } from '../support/resource/${file}.ts';`,
        ]),
      ),
    ],
    suites: suites.map((suite) => `${suite.name}(${suite.arguments});`),
  };
}

const texts = (guards: readonly { readonly text: string }[]): readonly string[] =>
  guards.map(({ text }) => text);

/** What adapters add, as the templates of one resource print it. */
export function slotsView(slots: ResourceSlots) {
  return {
    permissions: slots.permissions.map(({ name }) => name),
    columns: slots.columns,
    parameters: slots.parameters.map(({ name, type, from }) => ({
      name,
      type,
      imports: `import type { ${type} } from '../../${from}';`,
    })),
    conditions: slots.conditions,
    guards: { read: texts(slots.readGuards), write: texts(slots.writeGuards) },
    checks: slots.checks,
    referrerGuards: slots.referrerGuards,
    inserted: inserted(slots.columns),
    service: serviceView(slots.parameters),
    access: accessView(slots.suites),
  };
}
