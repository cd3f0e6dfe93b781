import { boundsOf, type Field } from '../../../../generators/core/spec/field.ts';
import { measureOf } from '../../../../generators/core/spec/measures.ts';
import type { Json } from '../json.ts';
import { type Invalid, type Samples, shownOf, type Valid } from './samples.ts';

/** Odd, so that steps which differ stay different; large, so that they lie far apart. */
const stride = 11_400_714_819_323_198_485n;

/** The samples of a type, as far as they keep the bounds of a field, and what lies next to those. */
export function withBounds(samples: Samples, field: Field): Samples {
  const measure = measureOf(field);
  const { min, max } = boundsOf(field);
  if (measure === undefined || (min === undefined && max === undefined)) return samples;
  const { read, write } = measure;
  const [least, most] = [read(min) ?? measure.least, read(max) ?? measure.most];
  const keeps = (value: Json): boolean => {
    const step = read(value);
    return step !== undefined && step >= least && step <= most;
  };
  const ends = [min, max].flatMap((bound): Valid[] =>
    bound === undefined ? [] : [{ name: `${bound}, a bound`, value: bound }],
  );
  const beyond = [least - 1n, most + 1n].flatMap((step): Invalid[] => {
    const value = write(step);
    const isSaid = typeof value === 'number';
    return read(value) === undefined
      ? []
      : [{ name: `${value}, beyond a bound`, value, beyondSchema: !isSaid }];
  });
  return {
    ...samples,
    valid: [...samples.valid.filter((sample) => keeps(shownOf(sample))), ...ends],
    validRaw: (samples.validRaw ?? []).filter(([, shown]) => keeps(shown)),
    invalid: [...samples.invalid, ...beyond],
    fresh: (n) => {
      const usual = samples.fresh(n);
      return keeps(usual) ? usual : write(least + ((BigInt(n) * stride) % (most - least + 1n)));
    },
  };
}
