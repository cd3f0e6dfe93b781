import { type Permission, permissions } from './permissions.ts';

/** Routes ask for permissions, never for roles: a role can be added or changed here alone. */
const grants = {
  admin: permissions,
  user: permissions.filter((permission) => /:(?:read|write)$/.test(permission)),
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof grants;

export const roles = Object.keys(grants) as Role[];

/** What whoever registers may do. */
export const defaultRoles: readonly Role[] = ['user'];

/** A stored role that is no longer known grants nothing. */
export function permissionsOf(held: readonly string[]): ReadonlySet<Permission> {
  const known = roles.filter((role) => held.includes(role));
  return new Set(known.flatMap((role) => grants[role]));
}
