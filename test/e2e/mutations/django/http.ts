import type { Mutation } from '../mutation.ts';

const answers = 'tests/http/test_answers.py';
const bodies = { tests: 'tests/http/test_bodies.py', file: 'common/parser.py' } as const;
const limits = 'tests/http/test_limits.py';
const reception = {
  tests: 'tests/http/test_reception.py',
  file: 'common/server/reception.py',
} as const;
const log = { tests: answers, file: 'common/middleware/request_log.py' } as const;

/** Mistakes with what every request meets, whatever it asks for. */
export const httpMistakes: readonly Mutation[] = [
  {
    what: 'a missing security header',
    tests: answers,
    file: 'common/middleware/response_headers.py',
    from: '    "Cross-Origin-Resource-Policy": "same-origin",\n',
    to: '',
  },
  {
    what: 'a page that is given the policy of all others',
    tests: 'tests/http/test_own_routes.py',
    file: 'common/middleware/response_headers.py',
    from: 'response.headers.setdefault(name, value)',
    to: 'response.headers[name] = value',
  },
  {
    what: 'a parameter that is described as part of the address',
    tests: 'tests/http/test_own_routes.py',
    file: 'common/openapi/document.py',
    from: '_PARAMETER.sub(lambda match: f"{{{_name_of(match[1])}}}", route)',
    to: 'route.replace("<str:pk>", "{id}")',
  },
  {
    what: 'parameters by the thousand that nobody foresaw',
    tests: answers,
    file: 'config/settings.py',
    from: 'DATA_UPLOAD_MAX_NUMBER_FIELDS = None\n',
    to: '',
  },
  {
    ...bodies,
    what: 'a text without end that is read from each of its quotes',
    from: `"(?:[^"\\\\]|\\\\.)*"?|`,
    to: `"(?:[^"\\\\]|\\\\.)*"|`,
  },
  {
    what: 'a rate limit that is one off',
    tests: limits,
    file: 'common/counter.py',
    from: 'if count < self._limit:',
    to: 'if count <= self._limit:',
  },
  {
    what: 'a rate limit that is forgotten',
    tests: limits,
    file: 'config/settings.py',
    from: '    "common.middleware.rate_limit.rate_limit",\n',
    to: '',
  },
  {
    what: 'a client that names itself',
    tests: limits,
    file: 'common/middleware/proxy.py',
    from: 'if not address or not is_in(trusted, client):',
    to: 'if not address:',
  },
  {
    what: 'pages of strangers that are let in',
    tests: 'tests/http/test_cors.py',
    file: 'common/middleware/cors.py',
    from: '        if origin in origins:\n',
    to: '        if origin:\n',
  },
  {
    ...bodies,
    what: 'a body in which the last of two equal keys wins',
    from: 'if len(members) < len(pairs):',
    to: 'if len(members) > len(pairs):',
  },
  {
    ...bodies,
    what: 'a body in another character set',
    from: 'not is_json or _OTHER_CHARSET.search(type_) or is_encoded',
    to: 'not is_json or is_encoded',
  },
  {
    ...bodies,
    what: 'numbers that are none',
    from: '    parse_constant=_refuse_constant,\n',
    to: '',
  },
  {
    what: 'a body over the limit that is a mistake of ours',
    tests: bodies.tests,
    file: 'common/errors.py',
    from: 'case RequestDataTooBig():',
    to: 'case NotImplementedError():',
  },
  {
    what: 'an error that tells what went wrong inside',
    tests: answers,
    file: 'common/errors.py',
    from: '    return Problem("internal", "Something went wrong here; the log says what.")\n',
    to: '    return Problem("internal", str(error))\n',
  },
  {
    what: 'an error that nobody hears of',
    tests: answers,
    file: 'common/errors.py',
    from: 'logger.error("unforeseen error", exc_info=error)',
    to: 'pass',
  },
  {
    what: 'an outage without a cause',
    tests: answers,
    file: 'common/errors.py',
    from: 'extra={"fields": cause}, ',
    to: '',
  },
  {
    what: 'a server that is ready without its database',
    tests: answers,
    file: 'common/health.py',
    from: 'cursor.execute("SELECT 1")',
    to: 'pass',
  },
  {
    ...log,
    what: 'an id of a request that is any text',
    from: 'given if _ACCEPTABLE.fullmatch(given) else',
    to: 'given if given else',
  },
  {
    ...log,
    what: 'a request whose problems do not have its id',
    from: '        request_id.set(id_)\n',
    to: '',
  },
  {
    ...log,
    what: 'queries in the log',
    from: 'target_of(request).partition("?")[0]',
    to: 'target_of(request)',
  },
  {
    ...log,
    what: 'tokens in the log',
    from: '"status": response.status_code,',
    to: '"status": response.status_code,\n            "headers": dict(request.headers),',
  },
  {
    what: 'lines of the log that are of no request',
    tests: answers,
    file: 'common/log.py',
    from: 'line["requestId"] = id_',
    to: 'pass',
  },
  {
    what: 'a description in which bodies may hold anything',
    tests: 'tests/http/test_openapi.py',
    file: 'common/openapi/schemas.py',
    from: '"additionalProperties": False',
    to: '"additionalProperties": True',
  },
  {
    ...reception,
    what: 'a body that is left unread',
    from: '            drain(stream)\n',
    to: '',
  },
  {
    what: 'a file that cannot be had, which nobody hears of at the start',
    tests: 'tests/test_database_url.py',
    file: 'common/database/url.py',
    from: '        TemporaryFile(dir=folder).close()\n',
    to: '        pass\n',
  },
  {
    ...reception,
    what: 'an overload that nobody is told of',
    from: 'if self._places.acquire(blocking=False):',
    to: 'if self._places:',
  },
  {
    ...reception,
    what: 'a process that runs and is too busy to say so',
    from: 'environ["PATH_INFO"] != "/livez"',
    to: 'environ["PATH_INFO"] != "/readyz"',
  },
  {
    ...reception,
    what: 'a request that is sent away after it has begun',
    tests: 'tests/test_server.py',
    from: 'is_let_in = self._let_in(environ)',
    to: 'take_in(environ)\n        is_let_in = self._let_in(environ)',
  },
  {
    what: 'a request that may take for ever to arrive',
    tests: 'tests/test_server.py',
    file: 'common/server/worker.py',
    from: 'conn.sock.shutdown(socket.SHUT_RD)',
    to: 'pass',
  },
  {
    what: 'a key that everybody can guess',
    tests: 'tests/test_environment.py',
    file: 'config/secret.py',
    from: 'if _is_placeholder(value):',
    to: 'if value == "secret":',
  },
];
