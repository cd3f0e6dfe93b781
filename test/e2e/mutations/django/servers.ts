import type { Mutation } from '../mutation.ts';

const database = 'tests/test_database.py';
const failures = { tests: database, file: 'common/database/failures.py' } as const;
const url = { tests: 'tests/test_database_url.py', file: 'common/database/url.py' } as const;
const server = {
  tests: 'tests/test_database_server.py',
  file: 'common/database/server.py',
} as const;
const limits = 'tests/test_statement_limits.py';
const taken = { ...failures, tests: 'tests/users/test_accounts.py' } as const;

/** Files have one writer at a time. */
const impatient: Mutation = {
  what: 'an update that does not wait for others',
  tests: 'tests/resources/test_tasks.py',
  file: 'common/row_viewsets.py',
  from: 'self.get_queryset().select_for_update()',
  to: 'self.get_queryset()',
};

/** What is so whatever server there is. */
const common: readonly Mutation[] = [
  impatient,
  {
    ...url,
    what: 'a certificate that nobody is checked by',
    from: 'known.get(server.MODE) != server.VERIFYING',
    to: 'server.MODE not in known',
  },
  {
    ...url,
    what: 'the URL of something else',
    from: 'if url.scheme not in server.SCHEMES or not',
    to: 'if not',
  },
];

const postgresql: readonly Mutation[] = [
  ...common,
  {
    what: 'values in the log',
    tests: 'tests/test_driver_errors.py',
    file: 'common/database/base.py',
    from: '            error.args = (str(error).partition("\\nDETAIL:")[0],)\n',
    to: '',
  },
  {
    what: 'texts in the order of a language',
    tests: database,
    file: 'common/database/base.py',
    from: `'COLLATE "C"'`,
    to: `''`,
  },
  {
    ...failures,
    what: 'an outage that passes for a mistake of ours',
    from: 'return isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError)',
    to: 'return False',
  },
  {
    ...taken,
    what: 'a taken value that passes for a mistake of ours',
    from: '    "23505": "unique",\n',
    to: '',
  },
  {
    ...server,
    what: 'statements without a limit',
    from: 'statement_timeout={statement_ms}',
    to: 'statement_timeout=0',
  },
  {
    what: 'a migration that is cut off',
    tests: limits,
    file: 'common/database/base.py',
    from: '            self.execute("SET statement_timeout = 0")\n',
    to: '',
  },
  {
    ...server,
    what: 'a server that is waited for as long as it likes',
    from: 'max(2, round(connect_ms / 1000))',
    to: '0',
  },
];

const mysql: readonly Mutation[] = [
  ...common,
  {
    what: 'texts that are the same but for their case',
    tests: database,
    file: 'common/database/base.py',
    from: '/*M! utf8mb4_nopad_bin */',
    to: '/*M! utf8mb4_general_ci */',
  },
  {
    ...failures,
    what: 'an outage that passes for a mistake of ours',
    from: ' or code in _LOST',
    to: '',
  },
  {
    ...taken,
    what: 'a taken value that passes for a mistake of ours',
    from: '    1062: "unique",\n',
    to: '',
  },
  {
    what: 'statements that the server does not end',
    tests: limits,
    file: server.file,
    from: '            f" /*M! , max_statement_time = {statement_ms / 1000} */"\n',
    to: '',
  },
  {
    what: 'a migration that is cut off',
    tests: limits,
    file: 'common/database/base.py',
    from: '            self.connection.lift_limits()\n',
    to: '            pass\n',
  },
  {
    ...server,
    what: 'a server that is waited for as long as it likes',
    from: 'ceil(connect_ms / 1000)',
    to: '0',
  },
];

/** By the id of the database. */
export const serverMistakes: Readonly<Record<string, readonly Mutation[]>> = { postgresql, mysql };
