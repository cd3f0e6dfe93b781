import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { propertyOf } from '../../../../../generators/core/spec/field.ts';
import type { Resource } from '../../../../../generators/core/spec/field.ts';
import { yieldingReferences } from '../../../../../generators/core/spec/on-delete.ts';
import { namesOf } from '../../../../../generators/core/spec/names.ts';
import { resourceNamed } from '../../../../../generators/core/spec/resource-named.ts';
import type { Spec } from '../../../../../generators/core/spec/spec.ts';
import type { ProjectSlots, ResourceSlots } from '../../../node/slots.ts';

const slots: Partial<ProjectSlots> = {
  plugins: [
    {
      name: 'authentication',
      from: './plugins/authentication.ts',
      options: `{
    secret: config.jwtSecret,
    issuer: config.jwtIssuer,
    audience: config.jwtAudience,
    closed: '/api/v1',
  }`,
    },
    {
      name: 'attempts',
      from: './plugins/attempts.ts',
      options: '{ perMinute: config.authRateLimitPerMinute }',
    },
  ],
  testedApp: [{ name: 'signedIn', from: './signed-in.ts' }],
};

/** The fields that refer to resources. */
function targetsOf({ fields }: Resource, { resources }: Spec) {
  return fields.flatMap((field) => {
    if (field.type !== 'reference') return [];
    const target = resourceNamed(field.resource, resources);
    return target === undefined ? [] : [{ property: propertyOf(field), target }];
  });
}

const sampleOf = ({ name }: Resource): string => `${name}Sample`;

/** Imports of the samples of other resources, each once. */
const sampleImports = (resource: Resource, targets: readonly Resource[]): readonly string[] =>
  [...new Set(targets)]
    .filter(({ name }) => name !== resource.name)
    .map(
      (target) =>
        `import { ${sampleOf(target)} } from './${namesOf(target).many.kebab}.sample.ts';`,
    );

/** Whose rows may go or change with what they refer to. */
function reachSuites(resource: Resource, spec: Spec): ResourceSlots['suites'] {
  const yielding = yieldingReferences(resource);
  if (yielding.length === 0) return [];
  const targets = spec.resources.filter(({ name }) =>
    yielding.some((field) => field.resource === name),
  );
  const creatorOf = (name: string): string =>
    targets
      .filter((target) => target.name === name)
      .map((target) => `create${namesOf(target).one.pascal}Repository`)
      .join('');
  const fields = yielding.map(
    (field) =>
      `${propertyOf(field)}: { target: ${field.resource}Sample, createRepository: ${creatorOf(field.resource)} }`,
  );
  const permission = `${namesOf(resource).many.kebab}:write`;
  return [
    {
      file: 'reach',
      name: 'testReach',
      arguments: `${sampleOf(resource)}, { write: '${permission}', isOwned: ${!resource.shared} }, { ${fields.join(', ')} }`,
      imports: [
        ...sampleImports(resource, targets),
        ...targets.map((target) => {
          const { kebab } = namesOf(target).many;
          return `import { ${creatorOf(target.name)} } from '../../src/modules/${kebab}/${kebab}.repository.ts';`;
        }),
      ],
    },
  ];
}

function suitesOf(resource: Resource, spec: Spec): ResourceSlots['suites'] {
  const { one, many } = namesOf(resource);
  const sample = sampleOf(resource);
  const targets = targetsOf(resource, spec);
  const owned = targets.filter(({ target }) => !target.shared);
  const [repository, service] = [`create${one.pascal}Repository`, `create${one.pascal}Service`];
  const imported = (name: string, layer: string) =>
    `import { ${name} } from '../../src/modules/${many.kebab}/${many.kebab}.${layer}.ts';`;
  const guards = {
    file: 'guards',
    name: 'testGuards',
    arguments: `${sample}, '${many.kebab}'`,
    imports: [],
  };
  const sharing = { file: 'sharing', name: 'testSharing', arguments: sample, imports: [] };
  const ownership = {
    file: 'ownership',
    name: 'testOwnership',
    arguments: `${sample}, ${repository}`,
    imports: [imported(repository, 'repository')],
  };
  const references = {
    file: 'unreadable-references',
    name: 'testUnreadableReferences',
    arguments: `${sample}, { ${owned.map(({ property, target }) => `${property}: ${sampleOf(target)}`).join(', ')} }`,
    imports: sampleImports(
      resource,
      owned.map(({ target }) => target),
    ),
  };
  const reads = targets.map(
    ({ property, target }) => `${property}: '${namesOf(target).many.kebab}:read'`,
  );
  const grants = {
    file: 'ungranted-references',
    name: 'testUngrantedReferences',
    arguments: `${sample}, (database, caller) => ${service}(${repository}(database, caller)), { ${reads.join(', ')} }`,
    imports: [
      ...(resource.shared ? [imported(repository, 'repository')] : []),
      imported(service, 'service'),
    ],
  };
  return [
    guards,
    resource.shared ? sharing : ownership,
    ...(targets.length > 0 ? [grants] : []),
    ...(owned.length > 0 ? [references] : []),
    ...reachSuites(resource, spec),
  ];
}

export const contribute = (spec: Spec): Contribution => ({
  slots: { ...slots },
  resourceSlots: Object.fromEntries(
    spec.resources.map((resource) => [resource.name, { suites: suitesOf(resource, spec) }]),
  ),
});
