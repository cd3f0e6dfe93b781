import * as z from 'zod';

/** What placeholders are made of, longest first so that no word is torn apart by a shorter one. */
const words = `
  abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 1234567890 0123456789 characters
  development placeholder application environment production something generated signature
  changeit changeme insecure password default example replace minimum signing private string
  secret please random secure should change server least chars bytes super token value local
  hs256 your this with must that long more here test bits than auth very node jwt key 256 128
  512 bit use for the and dev not app api
`;
const placeholderWords = new RegExp(words.trim().split(/\s+/).join('|'), 'g');

/** The signing key, as UTF-8. Nobody who knows this code, or any other, may be able to guess it. */
export const secret = z
  .string('is required')
  .refine((value) => Buffer.byteLength(value) >= 32, 'must have at least 32 bytes')
  .refine((value) => !isPlaceholder(value), 'must be random, not a placeholder');

function isPlaceholder(value: string): boolean {
  const rest = value
    .toLowerCase()
    .replaceAll(/[-_. ]/g, '')
    .replaceAll(placeholderWords, '');
  const isRepeated = /^(.+?)\1+$/s.test(value);
  return isRepeated || rest.length < 16 || new Set(value).size < 10;
}
