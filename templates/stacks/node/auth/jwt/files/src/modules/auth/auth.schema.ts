import * as z from 'zod';
import { newPassword, password } from '../../lib/auth/password.ts';
import { text } from '../../lib/fields/text.ts';
import { userFields, userOutput } from '../users/users.schema.ts';

// In the description they begin with `Auth`, so that a resource may be called `profile`.
export const registration = z
  .strictObject({ ...userFields, password: newPassword })
  .meta({ id: 'AuthRegistration' });

export const credentials = z
  .strictObject({ email: userFields.email, password })
  .meta({ id: 'AuthCredentials' });

export const refreshInput = z
  .strictObject({ refreshToken: text(2000) })
  .meta({ id: 'AuthRefresh' });

export const passwordChange = z
  .strictObject({ currentPassword: password, newPassword })
  .refine((change) => change.newPassword !== change.currentPassword, {
    path: ['newPassword'],
    error: 'must differ from the current one',
  })
  .meta({ id: 'AuthPasswordChange' });

export const tokenPair = z
  .object({
    accessToken: z.string(),
    tokenType: z.literal('Bearer'),
    expiresIn: z.int(),
    refreshToken: z.string(),
  })
  .meta({ id: 'AuthTokens' });

export const profile = userOutput
  .pick({ id: true, email: true, name: true, roles: true })
  .extend({ permissions: z.array(z.string()) })
  .meta({ id: 'AuthProfile' });

export type Registration = z.output<typeof registration>;
export type Credentials = z.output<typeof credentials>;
export type RefreshInput = z.output<typeof refreshInput>;
export type TokenPair = z.output<typeof tokenPair>;
