import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Rivals } from '../per-request.ts';
import { pythonOf } from '../python.ts';
import { makeBackEnd } from '../workshop.ts';
import type { Workshop } from '../workshop.ts';

/**
 * The stack, and the same by hand with Django REST framework.
 *
 * @throws {Unavailable} when its packages cannot be had
 */
export function djangoRivals(workshop: Workshop, words: readonly string[]): Rivals {
  const own = ['--stack', 'django', '--no-install', ...words];
  const project = makeBackEnd(workshop, own, 'django');
  const python = pythonOf(project);
  const env = { SECRET_KEY: randomBytes(32).toString('base64url') };
  const migrate = [python, 'manage.py', 'migrate'];
  return {
    generated: { cwd: project, serve: [python, 'serve.py'], migrate, env },
    handWritten: {
      cwd: join(project, 'hand-written'),
      serve: [python, '-m', 'gunicorn', 'wsgi'],
      migrate: [...migrate, '--run-syncdb'],
      env,
    },
    perRound: 200,
  };
}
