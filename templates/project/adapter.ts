import type { Contribution, Variable } from '../../generators/core/model/contribution.ts';
import type { Step } from '../../generators/core/model/step.ts';
import { versions } from '../versions.ts';
import { editorConfig } from './editor-config.ts';
import { environmentExample } from './environment.ts';
import { readme } from './readme.ts';
import { ignoreFile } from './ignore-file.ts';

const setting = { development: null } as const;

const { archive, sha256 } = versions.tools.gitleaks;

const leaks: Step = {
  id: 'leaks',
  name: 'Leaked secrets',
  run: [
    `curl --fail --silent --show-error --location --retry 3 --output /tmp/gitleaks.tar.gz ${archive}`,
    `echo '${sha256}  /tmp/gitleaks.tar.gz' | sha256sum --check`,
    'tar --extract --gzip --file /tmp/gitleaks.tar.gz --directory /tmp gitleaks',
    '/tmp/gitleaks git --no-banner --redact --verbose',
  ],
  needs: ['history'],
};

/** What every back end reads, whatever it is written in: see the HTTP contract. */
const variables: readonly Variable[] = [
  {
    ...setting,
    name: 'HOST',
    kind: 'text',
    local: true,
    default: '127.0.0.1',
    comment: 'Address to listen on; 0.0.0.0 accepts connections from other machines',
  },
  {
    ...setting,
    name: 'PORT',
    kind: 'port',
    local: true,
    default: '3000',
    comment: 'Port to listen on',
  },
  {
    ...setting,
    name: 'CORS_ORIGINS',
    kind: 'list',
    of: 'origin',
    default: null,
    comment: 'Origins that browsers may call from, separated by commas',
  },
  {
    ...setting,
    name: 'TRUST_PROXY',
    kind: 'list',
    of: 'address',
    default: null,
    comment: 'Addresses or networks of proxies whose X-Forwarded-For counts, separated by commas',
  },
  {
    ...setting,
    name: 'RATE_LIMIT_PER_MINUTE',
    kind: 'integer',
    min: 1,
    max: 1_000_000,
    default: '300',
    comment: 'Requests that one client may make in a minute, counted per process',
  },
  {
    ...setting,
    name: 'BODY_LIMIT_BYTES',
    kind: 'integer',
    min: 1024,
    max: 104_857_600,
    default: '1048576',
    comment: 'Largest request body, in bytes',
  },
  {
    ...setting,
    name: 'SHUTDOWN_GRACE_MS',
    kind: 'integer',
    min: 0,
    max: 600_000,
    default: '10000',
    comment:
      'How long requests in flight may take to finish when the process stops, in milliseconds',
  },
];

export const contribute = (): Contribution => ({
  variables,
  steps: [leaks],
  ignored: ['.env', '.env.*', '!.env.example', '.groundwork/txn*', '*.log', '.DS_Store'],
  managed: ['.editorconfig', '.gitattributes', '.gitignore'],
});

export const writers = {
  '.editorconfig': editorConfig,
  '.env.example': environmentExample,
  '.gitignore': ignoreFile,
  'README.md': readme,
};
