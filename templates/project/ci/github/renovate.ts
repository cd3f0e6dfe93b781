import type { UpdateRule } from '../../../../generators/core/model/contribution.ts';
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

const isManager = (rule: UpdateRule): boolean => 'customType' in rule;

/** `renovate.json`. */
export const renovate = (model: Model): string =>
  JSON.stringify({
    $schema: 'https://docs.renovatebot.com/renovate-schema.json',
    extends: ['config:recommended', 'helpers:pinGitHubActionDigests'],
    minimumReleaseAge: '3 days',
    schedule: ['before 6am on monday'],
    lockFileMaintenance: { enabled: true },
    vulnerabilityAlerts: { schedule: ['at any time'], minimumReleaseAge: null },
    customManagers: [scanner, ...model.updates.filter(isManager)],
    packageRules: [...model.updates.filter((rule) => !isManager(rule)), ...servers(model)],
  });
