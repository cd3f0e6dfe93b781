import plugin from 'fastify-plugin';
import { Problem, problemOfStatus } from '../lib/problem.ts';
import { pathOf } from '../lib/url.ts';
import { Violation } from '../lib/violation.ts';

/** Every error leaves as `application/problem+json`; what nobody foresaw goes to the log. */
export const errors = plugin((app, _options, done) => {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status === 500) request.log.error({ err: error }, 'unforeseen error');
    else if (problem.status === 503 && problem.cause) {
      request.log.warn({ err: problem.cause }, problem.message);
    }
    return reply
      .code(problem.status)
      .headers(problem.headers)
      .type('application/problem+json')
      .send(problem.toBody(pathOf(request.originalUrl), request.id));
  });
  done();
});

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Violation) return error.toProblem();
  const isFramework = error instanceof Error && 'code' in error && 'statusCode' in error;
  return problemOfStatus(isFramework ? Number(error.statusCode) : undefined, error);
}
