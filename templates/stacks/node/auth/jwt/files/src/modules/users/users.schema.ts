import * as z from 'zod';
import { roles } from '../../lib/auth/roles.ts';
import { email } from '../../lib/fields/email.ts';
import { text } from '../../lib/fields/text.ts';
import { id } from '../../lib/id.ts';
import { listParameters, pageOf } from '../../lib/listing.ts';

export const userFields = { email, name: text(200) };

export const userOutput = z
  .object({
    id,
    ...userFields,
    roles: z.array(z.string()),
    createdAt: z.iso.datetime({ precision: 3 }),
    updatedAt: z.iso.datetime({ precision: 3 }),
  })
  .meta({ id: 'User' });

export const userPage = pageOf(userOutput).meta({ id: 'UserPage' });

export const userQuery = z.strictObject({
  ...listParameters(['createdAt', 'updatedAt', 'email', 'name']),
  email: email.optional(),
});

export const userPatch = z
  .strictObject({
    roles: z
      .array(z.enum(roles))
      .refine((names) => new Set(names).size === names.length, 'must not name a role twice'),
  })
  .meta({ id: 'UserPatch' });

export type User = z.output<typeof userOutput> & {
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
};
export type UserQuery = z.output<typeof userQuery>;
export type UserPatch = z.output<typeof userPatch>;
