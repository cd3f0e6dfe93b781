import { text } from '../fields/text.ts';
import { commonPasswords } from './common-passwords.ts';

const minimum = 12;
const common = new Set(commonPasswords);

/** A password as it is given at sign-in, when the rules for new ones may have become stricter. */
export const password = text(128);

/** Long instead of complicated (NIST SP 800-63B), and none of those that are tried first. */
export const newPassword = password
  .refine(
    (value) => Array.from(value).length >= minimum,
    `must have at least ${minimum} characters`,
  )
  .refine((value) => !common.has(value.toLowerCase()), 'is one of the most common passwords')
  .meta({ minLength: minimum, maxLength: 128 });
