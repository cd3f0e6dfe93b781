import { join } from 'node:path';
import type { Rivals } from '../per-request.ts';
import { makeBackEnd, npm } from '../workshop.ts';
import type { Workshop } from '../workshop.ts';

/**
 * The default stack, and the same by hand with Fastify.
 *
 * @param script - of the hand-written one, which serves
 */
export function nodeRivals(
  workshop: Workshop,
  words: readonly string[],
  script = 'server.ts',
): Rivals {
  const cwd = makeBackEnd(workshop, words, 'fastify');
  npm(cwd, 'run', 'build');
  const programOf = (path: string) => ({
    cwd,
    serve: [process.execPath, path],
    migrate: [],
    env: { NODE_ENV: 'development' },
  });
  return {
    generated: programOf(join('dist', 'server.js')),
    handWritten: programOf(join('hand-written', script)),
    perRound: 500,
  };
}
