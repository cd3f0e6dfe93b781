import type { Mutation } from '../mutation.ts';

const cells = { tests: 'test/data', file: 'src/data/cells.ts' } as const;

/** Mistakes between rows and the file that they are kept in. */
export const dataMistakes: readonly Mutation[] = [
  {
    ...cells,
    what: 'a boolean that is read as it is stored',
    from: '(cell) => Number(cell) === 1',
    to: '(cell) => cell',
  },
  {
    ...cells,
    what: 'a time that is read as it is stored',
    from: '(cell) => new Date(cell as string)',
    to: '(cell) => cell',
  },
  {
    ...cells,
    what: 'a time that is written in another form',
    from: 'value.toISOString()',
    to: 'value.toUTCString()',
  },
  {
    ...cells,
    what: 'a decimal that loses its last zero',
    from: 'Number(cell).toFixed(Number(scale))',
    to: 'String(cell)',
  },
  {
    ...cells,
    what: 'a big integer that loses digits',
    from: 'setReadBigInts(hasBigints)',
    to: 'setReadBigInts(false)',
  },
  {
    ...cells,
    what: 'a big integer where there was a small one',
    from: "return hasBigints && type !== 'bigint' ? withoutBigint : undefined;",
    to: 'return undefined;',
  },
  {
    ...cells,
    what: 'a table that is read as it once was',
    from: '!known || !areSame(columns, known)',
    to: '!known',
  },
  {
    what: 'an outage that passes for a mistake of ours',
    tests: 'test/data',
    file: 'src/data/dialect.ts',
    from: 'if (outages.has(code % 256)) throw unavailable(error);',
    to: '',
  },
  {
    what: 'an outage that nobody hears of',
    tests: 'errors',
    file: 'src/plugins/errors.ts',
    from: 'problem.status === 503 && problem.cause',
    to: 'problem.status === 503 && !problem.cause',
  },
  {
    what: 'a database that is ready whatever it answers',
    tests: 'test/data',
    file: 'src/data/database.ts',
    from: 'await sql`select 1`.execute(kysely);',
    to: '',
  },
  {
    what: 'a database that is ready although its file is gone',
    tests: 'test/data',
    file: 'src/data/database.ts',
    from: 'await check?.();',
    to: '',
  },
];
