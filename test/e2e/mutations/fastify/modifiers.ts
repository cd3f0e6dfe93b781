import type { Mutation } from '../mutation.ts';

const reviews = { tests: 'reviews', file: 'src/modules/reviews/reviews.schema.ts' } as const;
const between = { tests: 'between', file: 'src/lib/fields/between.ts' } as const;
const removal = { tests: 'reviews', file: 'src/data/removal.ts' } as const;

/** Mistakes with bounds, defaults and what goes with a row, in a project made from `specs/rich.json`. */
export const modifierMistakes: readonly Mutation[] = [
  {
    ...reviews,
    what: 'a number that may be too small',
    from: 'fields.stars.min(1).max(5)',
    to: 'fields.stars.max(5)',
  },
  {
    ...reviews,
    what: 'a number that may be too large',
    from: 'fields.ratio.min(0).max(1)',
    to: 'fields.ratio.min(0).max(2)',
  },
  {
    ...reviews,
    what: 'a date without bounds',
    from: "since: between(fields.since, Date.parse, { min: '1969-12-31', max: '2024-02-29' }),",
    to: 'since: fields.since,',
  },
  {
    ...reviews,
    what: 'a text that may be too short',
    from: 'minLength(fields.title, 3)',
    to: 'minLength(fields.title, 2)',
  },
  {
    ...reviews,
    what: 'bounds that hold for a patch alone',
    from: '    ...bounded,\n',
    to: '    ...fields,\n',
  },
  {
    ...reviews,
    what: 'bounds that do not hold for a patch',
    from: 'stars: bounded.stars.exactOptional()',
    to: 'stars: fields.stars.exactOptional()',
  },
  {
    ...reviews,
    what: 'another default',
    from: 'bounded.stars.default(3)',
    to: 'bounded.stars.default(4)',
  },
  {
    ...reviews,
    what: 'a required field whose default is forgotten',
    from: '    ratio: bounded.ratio.default(0.5),\n',
    to: '',
  },
  {
    ...reviews,
    what: 'an optional field whose default is forgotten',
    from: "bounded.code.default('f47ac10b-58cc-4372-a567-0e02b2c3d479')",
    to: 'bounded.code.default(null)',
  },
  {
    ...reviews,
    what: 'an indexed field that does not filter',
    from: '  title: fields.title.optional(),\n',
    to: '',
  },
  {
    ...between,
    what: 'a lower bound that is exclusive',
    from: 'measure(value) >= measure(min)',
    to: 'measure(value) > measure(min)',
  },
  {
    ...between,
    what: 'an upper bound that is exclusive',
    from: 'measure(value) <= measure(max)',
    to: 'measure(value) < measure(max)',
  },
  {
    ...between,
    what: 'a value that is compared as text',
    from: 'measure(value) <= measure(max)',
    to: 'value <= max',
  },
  {
    what: 'characters that are counted as units',
    tests: 'min-length',
    file: 'src/lib/fields/min-length.ts',
    from: 'Array.from(value).length >= minimum',
    to: 'value.length >= minimum',
  },
  {
    ...removal,
    what: 'rows that do not go with what they refer to',
    from: 'if (rows.length === 0) return;',
    to: 'return;',
  },
  {
    ...removal,
    what: 'rows that change although they refer to something else',
    from: '${new Date()}\n    where id in (${sql.join(ids)})',
    to: '${new Date()}',
  },
  {
    ...removal,
    what: 'a row that refers to nothing and is the same version',
    from: 'version = version + 1, ',
    to: '',
  },
  {
    ...removal,
    what: 'a row that refers to nothing and was never changed',
    from: ', updated_at = ${new Date()}',
    to: '',
  },
  {
    ...removal,
    what: 'a row that is deleted where its reference was to be unset',
    from: "if (onDelete === 'cascade')",
    to: 'if (onDelete)',
  },
];
