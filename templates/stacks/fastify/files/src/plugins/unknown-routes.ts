import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { Problem } from '../lib/problem.ts';
import { isWellFormedUrl, pathOf } from '../lib/url.ts';

/** Answers what no route takes, before its body is read: 400, 404, or 405 with `Allow`. */
export const unknownRoutes = plugin((app, _options, done) => {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ method, url }) => {
    const methods = methodsOf.get(url) ?? new Set();
    for (const name of [method].flat()) methods.add(name.toUpperCase());
    methodsOf.set(url, methods);
  });

  function problemWith(request: FastifyRequest): Problem {
    if (!isWellFormedUrl(request.originalUrl)) {
      return new Problem('malformed', 'The URL has a malformed percent-encoding.');
    }
    const path = decodeURI(pathOf(request.originalUrl));
    for (const [pattern, methods] of methodsOf) {
      if (matches(pattern, path) && !methods.has(request.method)) {
        const allow = [...methods].toSorted().join(', ');
        return new Problem('method-not-allowed', `Use one of: ${allow}.`, { headers: { allow } });
      }
    }
    return new Problem('not-found', 'There is nothing at this address.');
  }

  app.addHook('onRequest', (request, _reply, next) => {
    next(request.is404 ? problemWith(request) : undefined);
  });
  done();
});

function matches(pattern: string, path: string): boolean {
  const segments = path.split('/');
  const expected = pattern.split('/');
  return (
    segments.length === expected.length &&
    expected.every((part, index) =>
      part.startsWith(':') ? segments[index] : part === segments[index],
    )
  );
}
