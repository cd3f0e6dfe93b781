import type { Mutation } from '../mutation.ts';

const rows = { file: 'common/access/rows.py' } as const;
const receipts = 'tests/resources/test_receipts.py';
const remarks = 'tests/resources/test_remarks.py';
const stamps = 'tests/resources/test_stamps.py';

/** Mistakes with shared rows and with references, in a project made from `specs/access.json`. */
export const accessMistakes: readonly Mutation[] = [
  {
    ...rows,
    what: 'a reference to the row of another user',
    tests: receipts,
    from: 'return visible(rows, user) if',
    to: 'return rows if',
  },
  {
    ...rows,
    what: 'a reference to what the caller may not read',
    tests: receipts,
    from: 'return visible(rows, user) if permission in user.permissions else rows.none()',
    to: 'return visible(rows, user)',
  },
  {
    what: 'a row that goes though the caller may not write it',
    tests: stamps,
    file: 'common/access/viewsets.py',
    from: 'granted(model, caller_of(self.request), writing(model))',
    to: 'granted(model, caller_of(self.request), reading(model))',
  },
  {
    what: 'a row of another user that goes with what it refers to',
    tests: remarks,
    file: 'common/access/viewsets.py',
    from: 'return granted(model, caller_of(self.request), writing(model))',
    to: 'return super().get_removable(model)',
  },
  {
    what: 'a reference that nobody looks at',
    tests: receipts,
    file: 'apps/receipts/serializers.py',
    from: 'from common.access.serializers import GuardedSerializer',
    to: 'from common.serializers import RowSerializer as GuardedSerializer',
  },
  {
    what: 'a shared resource that nobody but its maker sees',
    tests: receipts,
    file: 'common/access/rows.py',
    from: 'if not issubclass(model, OwnedRow) or reaching_all(model) in user.permissions:',
    to: 'if reaching_all(model) in user.permissions:',
  },
  {
    what: 'a missing reference that is a conflict',
    tests: receipts,
    file: 'common/conflicts.py',
    from: 'Problem("validation", "It refers',
    to: 'Problem("conflict", "It refers',
  },
];
