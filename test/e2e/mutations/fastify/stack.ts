import { access, rich } from '../answers.ts';
import type { MutatedStack } from '../mutation.ts';
import { accessMistakes } from './access.ts';
import { accountMistakes } from './accounts.ts';
import { authMistakes } from './auth.ts';
import { dataMistakes } from './data.ts';
import { httpMistakes } from './http.ts';
import { modifierMistakes } from './modifiers.ts';
import { forgotten, offences } from './offences.ts';
import { serverMistakes } from './servers.ts';

export const fastify: MutatedStack = {
  stack: 'fastify',
  words: [],
  test: ['npm', 'test', '--', '--bail=1'],
  says: /Tests .*failed|Errors .*error/u,
  kinds: [
    {
      name: 'mutated',
      mistakes: [...httpMistakes, ...authMistakes, ...accountMistakes, ...dataMistakes],
    },
    { name: 'referring', answers: access, mistakes: accessMistakes },
    { name: 'modified', answers: rich, mistakes: modifierMistakes },
    ...Object.entries(serverMistakes).map(([database, mistakes]) => ({
      name: database,
      database,
      mistakes,
    })),
  ],
  checkers: [
    { name: 'linter', command: ['npm', 'run', 'lint'], mistakes: offences },
    {
      name: 'compiler',
      command: ['npm', 'run', 'typecheck'],
      says: /error TS/u,
      mistakes: forgotten,
    },
  ],
};
