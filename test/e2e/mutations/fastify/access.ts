import type { Mutation } from '../mutation.ts';

const orders = 'src/modules/purchase-orders/purchase-orders';
const receipts = 'src/modules/receipts/receipts';

/** Mistakes with shared rows and with references, in a project made from `specs/access.json`. */
export const accessMistakes: readonly Mutation[] = [
  {
    what: 'a reference to what the caller may not read',
    tests: 'purchase-orders.access',
    file: 'src/data/readable.ts',
    from: '!caller.permissions.has(read)',
    to: 'caller.permissions.size === 0',
  },
  {
    what: 'a reference to the row of another user',
    tests: 'receipts.access',
    file: 'src/data/readable.ts',
    from: 'return any ? visibleTo(caller, any) : sql<SqlBool>`1 = 1`;',
    to: 'return any ? sql<SqlBool>`1 = 1` : sql<SqlBool>`1 = 1`;',
  },
  {
    what: 'a reference that asks for the wrong permission',
    tests: 'purchase-orders.access',
    file: `${orders}.repository.ts`,
    from: "read: 'authors:read'",
    to: "read: 'authors:write'",
  },
  {
    what: 'a reference for which all rows are those of everybody',
    tests: 'receipts.access',
    file: `${receipts}.repository.ts`,
    from: "    any: 'purchase-orders:any',\n",
    to: '',
  },
  {
    what: 'a reference that administrators cannot set',
    tests: 'receipts.access',
    file: `${receipts}.repository.ts`,
    from: "any: 'purchase-orders:any'",
    to: "any: 'receipts:any'",
  },
  {
    what: 'a row that is created without a look at what it refers to',
    tests: 'purchase-orders.access',
    file: `${orders}.service.ts`,
    from: '      await repository.assertReferences(input);\n',
    to: '',
  },
  {
    what: 'a row that is changed without a look at what it refers to',
    tests: 'purchase-orders.access',
    file: `${orders}.service.ts`,
    from: '        await repository.assertReferences(patch);\n',
    to: '',
  },
  {
    what: 'a missing row that is asked what it refers to',
    tests: 'receipts.access',
    file: `${receipts}.service.ts`,
    from: '      // Whoever loses a race',
    to: '      await repository.assertReferences(patch);\n      // Whoever loses a race',
  },
  {
    what: 'a missing reference that is not named',
    tests: 'receipts.test',
    file: 'src/data/missing.ts',
    from: 'if (rows.length === 0)',
    to: 'if (rows.length > 1)',
  },
  {
    what: 'a shared resource that asks for no permission',
    tests: 'authors.access',
    file: 'src/modules/authors/authors.routes.ts',
    from: "config: { permission: 'authors:read' },",
    to: '',
  },
  {
    what: 'a shared resource that is open to strangers',
    tests: 'authors.access',
    file: 'src/modules/authors/authors.routes.ts',
    from: "config: { permission: 'authors:read' },",
    to: 'config: { isPublic: true },',
  },
  {
    what: 'a row of another user that goes with what it refers to',
    tests: 'remarks.access',
    file: 'src/data/reach.ts',
    from: 'return any ? visibleTo(caller, any) : sql<SqlBool>`1 = 1`;',
    to: 'return any ? sql<SqlBool>`1 = 1` : sql<SqlBool>`1 = 1`;',
  },
  {
    what: 'a row that goes though the caller may not write it',
    tests: 'stamps.access',
    file: 'src/data/reach.ts',
    from: '!caller.permissions.has(write)',
    to: 'caller.permissions.size === 0',
  },
  {
    what: 'rows that go although what they refer to stays',
    tests: 'remarks.access',
    file: 'src/data/removal.ts',
    from: ': transaction.rollback()).execute()',
    to: ': transaction.commit()).execute()',
  },
];
