import type { Model } from '../../../../generators/core/model/model.ts';

const scanner = {
  customType: 'regex',
  description: 'The scanner for leaked secrets; its checksum stands in the line below',
  managerFilePatterns: ['.github/workflows/ci.yml'],
  matchStrings: [
    'https://github.com/(?<depName>[^/]+/[^/]+)/releases/download/(?<currentValue>[^/]+)/',
  ],
  datasourceTemplate: 'github-releases',
};

const rules = [
  {
    description: 'Development tools come together',
    matchDepTypes: ['devDependencies'],
    matchUpdateTypes: ['minor', 'patch'],
    groupName: 'development tools',
  },
  {
    description: 'One Node everywhere: version file, engines and image',
    matchDepNames: ['node'],
    groupName: 'node',
  },
];

/** The next major version of a server does not read the data of this one. */
const servers = ({ services }: Model) =>
  services.length === 0
    ? []
    : [
        {
          description:
            'Servers keep their major version: data do not move to the next by themselves',
          matchDepNames: services.map(({ image }) => image.name),
          matchUpdateTypes: ['major'],
          enabled: false,
        },
      ];

/** `renovate.json`. */
export const renovate = (model: Model): string =>
  JSON.stringify({
    $schema: 'https://docs.renovatebot.com/renovate-schema.json',
    extends: ['config:recommended', 'helpers:pinGitHubActionDigests'],
    minimumReleaseAge: '3 days',
    schedule: ['before 6am on monday'],
    lockFileMaintenance: { enabled: true },
    vulnerabilityAlerts: { schedule: ['at any time'], minimumReleaseAge: null },
    customManagers: [scanner],
    packageRules: [...rules, ...servers(model)],
  });
