import type { Contribution } from '../../generators/core/model/contribution.ts';
import { environmentExample } from './environment.ts';
import { readme } from './readme.ts';
import { ignoreFile } from './ignore-file.ts';

const setting = { development: null } as const;

/** The variables that every back end reads, whatever it is written in: see the HTTP contract. */
export const contribute = (): Contribution => ({
  variables: [
    {
      ...setting,
      name: 'HOST',
      kind: 'text',
      default: '127.0.0.1',
      comment: 'Address to listen on; 0.0.0.0 accepts connections from other machines',
    },
    { ...setting, name: 'PORT', kind: 'port', default: '3000', comment: 'Port to listen on' },
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
  ],
  ignored: ['.env', '.env.*', '!.env.example', '.groundwork/txn*', '*.log', '.DS_Store'],
  managed: ['.editorconfig', '.gitattributes', '.gitignore'],
});

export const writers = {
  '.env.example': environmentExample,
  '.gitignore': ignoreFile,
  'README.md': readme,
};
