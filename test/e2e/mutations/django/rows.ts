import type { Mutation } from '../mutation.ts';

const tasks = 'tests/resources/test_tasks.py';
const views = { tests: tasks, file: 'common/row_viewsets.py' } as const;
const listing = { tests: tasks, file: 'common/listing.py' } as const;
const serializers = { tests: tasks, file: 'common/serializers.py' } as const;

/** Mistakes with the five operations of a resource, and with who may do what with its rows. */
export const rowMistakes: readonly Mutation[] = [
  {
    ...views,
    what: 'a view that answers with another status',
    from: 'Response(serializer.data, status.HTTP_201_CREATED, headers=headers)',
    to: 'Response(serializer.data, headers=headers)',
  },
  {
    ...views,
    what: 'a view that forgets the entity tag',
    from: 'Response(serializer.data, headers={"ETag": entity_tag(row.version)})',
    to: 'Response(serializer.data)',
  },
  {
    ...views,
    what: 'an update that does not look at If-Match',
    from: '                assert_match(request, row.version)\n',
    to: '',
  },
  {
    ...views,
    what: 'a DELETE that does not look at If-Match',
    from: '            assert_match(request, row.version)\n            versions',
    to: '            versions',
  },
  {
    ...serializers,
    what: 'an update that always makes a new version',
    from: '        if not changed:\n            return instance\n',
    to: '',
  },
  {
    ...serializers,
    what: 'a body whose unknown fields are dropped',
    from: '            errors |= {name: ["is not known"] for name in data if name not in known}\n',
    to: '',
  },
  {
    what: 'numbers that pass for texts',
    tests: tasks,
    file: 'common/fields/text.py',
    from: '            self.fail("invalid")\n',
    to: '            data = str(data)\n',
  },
  {
    ...listing,
    what: 'a list that never has a next page',
    from: '[: self.limit + 1]',
    to: '[: self.limit]',
  },
  {
    ...listing,
    what: 'a page that goes on with the row it ended with',
    from: '{f"{name}__{than}": value}',
    to: '{f"{name}__{than}e": value}',
  },
  {
    ...listing,
    what: 'a cursor that any filter takes',
    from: 'json.dumps([sort, texts], sort_keys=True)',
    to: 'json.dumps([sort], sort_keys=True)',
  },
  {
    ...listing,
    what: 'a cursor that any order takes',
    from: 'json.dumps([sort, texts], sort_keys=True)',
    to: 'json.dumps([texts], sort_keys=True)',
  },
  {
    what: 'a cursor that can be changed',
    tests: tasks,
    file: 'common/cursor.py',
    from: 'if digest == _digest(scope, position):',
    to: 'if digest:',
  },
  {
    what: 'rows of all users for everybody',
    tests: tasks,
    file: 'common/access/rows.py',
    from: 'return rows.filter(owner=user)',
    to: 'return rows',
  },
  {
    what: 'a row without an owner',
    tests: tasks,
    file: 'common/access/viewsets.py',
    from: 'return {"owner": self.request.user}',
    to: 'return {}',
  },
  {
    what: 'a view that asks for the wrong permission',
    tests: tasks,
    file: 'common/access/viewsets.py',
    from: 'reading if self.request.method in SAFE_METHODS else writing',
    to: 'reading',
  },
  {
    what: 'a view that asks for no permission',
    tests: tasks,
    file: 'common/access/permissions.py',
    from: 'return needed is None or needed in user.permissions',
    to: 'return True',
  },
  {
    what: 'a view that is open to strangers',
    tests: tasks,
    file: 'apps/tasks/views.py',
    from: '    queryset = Task.objects.all()\n',
    to: '    permission_classes = []\n    queryset = Task.objects.all()\n',
  },
  {
    what: 'permission to see the rows of all users for everybody',
    tests: tasks,
    file: 'apps/users/roles.py',
    from: 'permission.endswith((":read", ":write"))',
    to: 'permission.endswith((":read", ":write", ":any"))',
  },
];
