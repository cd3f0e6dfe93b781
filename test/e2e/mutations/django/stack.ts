import { access, rich } from '../answers.ts';
import type { MutatedStack } from '../mutation.ts';
import { accessMistakes } from './access.ts';
import { authMistakes } from './auth.ts';
import { httpMistakes } from './http.ts';
import { modifierMistakes } from './modifiers.ts';
import { mistyped, offences, unfit } from './offences.ts';
import { rowMistakes } from './rows.ts';
import { serverMistakes } from './servers.ts';

const found = /Found \d+ error/u;

export const django: MutatedStack = {
  stack: 'django',
  // Packages are those of the workshop.
  words: ['--no-install'],
  test: ['uv', 'run', 'pytest', '--exitfirst', '--quiet'],
  says: /^(?:FAILED|ERROR) tests\//mu,
  kinds: [
    { name: 'mutated', mistakes: [...httpMistakes, ...rowMistakes, ...authMistakes] },
    { name: 'referring', answers: access, mistakes: accessMistakes },
    { name: 'modified', answers: rich, mistakes: modifierMistakes },
    ...Object.entries(serverMistakes).map(([database, mistakes]) => ({
      name: database,
      database,
      mistakes,
    })),
  ],
  checkers: [
    { name: 'linter', command: ['make', 'lint'], says: found, mistakes: offences },
    { name: 'checker of types', command: ['make', 'types'], says: found, mistakes: mistyped },
    { name: 'framework', command: ['make', 'checks'], mistakes: unfit },
  ],
};
