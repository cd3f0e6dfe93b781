import * as z from 'zod';

/** An exact decimal as a string: `precision` digits in all, `scale` of them behind the point. */
export function decimal(precision: number, scale: number) {
  const whole = precision > scale ? `(?:0|[1-9]\\d{0,${precision - scale - 1}})` : '0';
  const fraction = scale > 0 ? `(?:\\.\\d{1,${scale}})?` : '';
  const error = `must be a decimal of at most ${precision} digits, ${scale} behind the point, as a string`;
  return z
    .string()
    .regex(new RegExp(`^-?${whole}${fraction}$`), { error, abort: true })
    .overwrite((value) => normalise(value, scale));
}

function normalise(value: string, scale: number): string {
  const [whole = '', fraction = ''] = value.split('.');
  const padded = scale > 0 ? `${whole}.${fraction.padEnd(scale, '0')}` : whole;
  return /^-[0.]+$/.test(padded) ? padded.slice(1) : padded;
}
