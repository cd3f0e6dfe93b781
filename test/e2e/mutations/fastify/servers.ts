import type { Mutation } from '../mutation.ts';

const dialect = { tests: 'test/data', file: 'src/data/dialect.ts' } as const;

/** Mistakes that every database behind a network would suffer from. */
const onServers: readonly Mutation[] = [
  {
    ...dialect,
    what: 'a mistake about who has a unique value',
    from: ": 'unique',",
    to: ": 'reference',",
  },
  {
    ...dialect,
    what: 'an outage that passes for a mistake of ours',
    from: 'unavailable(error) : error;',
    to: 'error : error;',
  },
  {
    what: 'a value that does not fit and is our mistake',
    tests: 'test/lib',
    file: 'src/lib/violation.ts',
    from: "new Problem('validation'",
    to: "new Problem('internal'",
  },
  {
    what: 'any text that passes for the URL of a database',
    tests: 'test/config',
    file: 'src/data/database-url.ts',
    from: '.refine(isDatabase,',
    to: '.refine(() => true,',
  },
  { ...dialect, what: 'values in the log', from: '  hideValues(error', to: '  void (error' },
  {
    what: 'a process that waits for a database that says nothing',
    tests: 'test/data',
    file: 'src/server.ts',
    from: 'process.exit(0);',
    to: '',
  },
  {
    what: 'a certificate that nobody is checked by',
    tests: 'test/data',
    file: 'src/data/database-url.ts',
    from: '.refine(hasUseForAuthority,',
    to: '.refine(() => true,',
  },
];

const postgresql: readonly Mutation[] = [
  ...onServers,
  {
    what: 'texts in the order of a language',
    tests: 'test/data',
    file: 'src/data/columns.ts',
    from: 'sql`collate "C"`',
    to: 'sql``',
  },
  { ...dialect, what: 'big integers as texts', from: '[types.builtins.INT8, BigInt],', to: '' },
  { ...dialect, what: 'days that become times', from: '[types.builtins.DATE, String],', to: '' },
  {
    ...dialect,
    what: 'a lost session that ends the process',
    from: "pool.on('connect', (client) => void client.on('error', () => {}));",
    to: '',
  },
  {
    ...dialect,
    what: 'statements without a limit',
    from: 'const statementTimeout = config.databaseStatementTimeoutMs;',
    to: 'const statementTimeout = 0;',
  },
  {
    ...dialect,
    what: 'callers who wait for a connection for ever',
    from: 'connectionTimeoutMillis: config.databaseConnectTimeoutMs,',
    to: '',
  },
  { ...dialect, what: 'a lock that is our mistake', from: '|55P03', to: '' },
  { ...dialect, what: 'texts that are too long for us', from: "'22001': 'range',", to: '' },
  {
    ...dialect,
    what: 'a column that is told in quotation marks',
    from: `.replaceAll('"', '')`,
    to: '',
  },
];

const mysql: readonly Mutation[] = [
  ...onServers,
  {
    what: 'texts that are the same but for their case',
    tests: 'test/data',
    file: 'src/data/columns.ts',
    from: '/*M! utf8mb4_nopad_bin */',
    to: '/*M! utf8mb4_general_ci */',
  },
  {
    what: 'booleans as numbers',
    tests: 'test/data',
    file: 'src/data/cells.ts',
    from: '(cell) => cell === 1',
    to: '(cell) => cell',
  },
  {
    what: 'big integers as texts',
    tests: 'test/data',
    file: 'src/data/cells.ts',
    from: 'BigInt(cell as string)',
    to: 'cell',
  },
  { ...dialect, what: 'days that become times', from: 'dateStrings: true,', to: '' },
  { ...dialect, what: 'values that are cut until they fit', from: "'TRADITIONAL'", to: "''" },
  {
    ...dialect,
    what: 'callers who wait for a connection for ever',
    from: 'isLate = true;\n    take(',
    to: 'isLate = false;\n    void (',
  },
  {
    ...dialect,
    what: 'a key that is told for its column',
    from: "key === 'PRIMARY' ? 'id' : (/__",
    to: '(/__',
  },
  {
    ...dialect,
    what: 'a lost connection that passes for an answer',
    from: 'errno > 0',
    to: 'errno !== 0',
  },
  {
    ...dialect,
    what: 'writes that wait for longer than whoever asked',
    from: 'innodb_lock_wait_timeout = ${patience}',
    to: 'innodb_lock_wait_timeout = 50',
  },
  {
    ...dialect,
    what: 'a place that is lost to a server that says nothing',
    from: 'query({ sql, timeout },',
    to: 'query({ sql },',
  },
  {
    what: 'a value that is read twice',
    tests: 'test/data',
    file: 'src/data/cells.ts',
    from: 'new Map(fields.map((each) => [each.name, each])).values()',
    to: 'fields',
  },
  {
    what: 'a driver that takes any setting from a URL',
    tests: 'test/data',
    file: 'src/data/database-url.ts',
    from: 'parameters[name]?.test(setting)',
    to: 'name && setting',
  },
];

/** By the id of the database. */
export const serverMistakes: Readonly<Record<string, readonly Mutation[]>> = { postgresql, mysql };
