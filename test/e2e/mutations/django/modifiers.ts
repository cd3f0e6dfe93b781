import type { Mutation } from '../mutation.ts';

const tests = 'tests/resources/test_reviews.py';
const model = { tests, file: 'apps/reviews/models.py' } as const;
const removal = { tests, file: 'common/removal.py' } as const;

/** Mistakes with bounds, defaults and what goes with a row, in a project made from `specs/rich.json`. */
export const modifierMistakes: readonly Mutation[] = [
  {
    ...model,
    what: 'a number that may be too small',
    from: 'validators.MinValueValidator(\n                1,',
    to: 'validators.MinValueValidator(\n                0,',
  },
  {
    ...model,
    what: 'a number that may be too large',
    from: 'validators.MaxValueValidator(\n                1,',
    to: 'validators.MaxValueValidator(\n                2,',
  },
  {
    ...model,
    what: 'a number at its bound that is refused',
    from: 'validators.MinValueValidator(\n                0,\n            ),\n            validators',
    to: 'validators.MinValueValidator(\n                0.1,\n            ),\n            validators',
  },
  {
    ...model,
    what: 'a date that may be too early',
    from: 'datetime.date(1969, 12, 31)',
    to: 'datetime.date(1969, 12, 30)',
  },
  {
    ...model,
    what: 'a text that may be too short',
    from: 'validators.MinLengthValidator(3)',
    to: 'validators.MinLengthValidator(2)',
  },
  { ...model, what: 'another default', from: 'default=3,', to: 'default=4,' },
  {
    ...model,
    what: 'a default that is forgotten',
    from: '        default="draft",\n',
    to: '',
  },
  {
    what: 'an indexed field that does not filter',
    tests,
    file: 'apps/reviews/views.py',
    from: 'filterset_fields = [\n        "title",\n',
    to: 'filterset_fields = [\n',
  },
  {
    what: 'minima that nobody reads',
    tests,
    file: 'common/serializers.py',
    from: 'kwargs["min_length"] = validator.limit_value',
    to: 'pass',
  },
  {
    ...removal,
    what: 'rows that do not go with what they refer to',
    from: '        _release_all(type(row), [row.pk], reach)\n',
    to: '',
  },
  {
    ...removal,
    what: 'a row that refers to nothing and is the same version',
    from: '"version": version, ',
    to: '',
  },
  {
    ...removal,
    what: 'a row that refers to nothing and was never changed',
    from: ', "updated_at": clock.now()',
    to: '',
  },
  {
    ...removal,
    what: 'a row that is deleted where its reference was to be unset',
    from: 'if field.remote_field.on_delete is models.CASCADE:',
    to: 'if field.remote_field.on_delete:',
  },
];
