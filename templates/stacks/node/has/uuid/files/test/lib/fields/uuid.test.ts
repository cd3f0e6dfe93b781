import { expect, test } from 'vitest';
import { uuid } from '../../../src/lib/fields/uuid.ts';

test.each([
  '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  '5df41881-3aed-3515-88a7-2f4a814cf09e',
  'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  '01890a5d-ac96-774b-bcce-b302099a8057',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
])('%s is one, in both cases', (value) => {
  expect(uuid.parse(value)).toBe(value);
  expect(uuid.parse(value.toUpperCase())).toBe(value);
});

test.each([
  5,
  '',
  'f47ac10b58cc4372a5670e02b2c3d479',
  '{f47ac10b-58cc-4372-a567-0e02b2c3d479}',
  'urn:uuid:f47ac10b-58cc-4372-a567-0e02b2c3d479',
  ' f47ac10b-58cc-4372-a567-0e02b2c3d479',
  'f47ac10b-58cc-4372-a567-0e02b2c3d479\n',
  'g47ac10b-58cc-4372-a567-0e02b2c3d479',
  'f47ac10b-58cc-9372-a567-0e02b2c3d479',
  'f47ac10b-58cc-4372-c567-0e02b2c3d479',
])('%j is none', (value) => {
  expect(uuid.safeParse(value).success).toBe(false);
});
