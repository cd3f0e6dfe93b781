import type { Offence } from '../mutation.ts';

/** What the linter tells. */
export const offences: readonly Offence[] = [
  {
    what: 'a line that is printed beside the log',
    file: 'common/row_viewsets.py',
    from: '        values = serializer.validated_data\n        try:',
    to: '        values = serializer.validated_data\n        print(values)\n        try:',
  },
  {
    what: 'a time without a zone',
    file: 'common/log.py',
    from: 'datetime.fromtimestamp(record.created, UTC)',
    to: 'datetime.fromtimestamp(record.created)',
  },
];

/** What the types tell. */
export const mistyped: readonly Offence[] = [
  {
    what: 'an id that may not be there',
    file: 'common/viewsets.py',
    from: '        if id_ is None:\n            raise Http404\n',
    to: '',
  },
  {
    what: 'a kind of problem that there is not',
    file: 'common/errors.py',
    from: 'Problem("too-large"',
    to: 'Problem("too-big"',
  },
];

/** What Django tells of models, migrations and settings. */
export const unfit: readonly Offence[] = [
  {
    what: 'a model that no migration follows',
    file: 'apps/tasks/models.py',
    from: 'max_length=200',
    to: 'max_length=100',
  },
  {
    what: 'a setting that is not fit for production',
    file: 'config/settings.py',
    from: 'SECURE_HSTS_SECONDS = 31_536_000\n',
    to: '',
  },
];
