import { exitCodes, Refusal } from '../refusal.ts';

/** The time that names migrations. SOURCE_DATE_EPOCH makes a run repeatable to the byte. */
export function clock(): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return new Date();
  if (!/^\d{1,11}$/u.test(epoch)) {
    throw new Refusal('SOURCE_DATE_EPOCH must be seconds since 1970.', {
      exitCode: exitCodes.usage,
    });
  }
  return new Date(Number(epoch) * 1000);
}
