import type { Permission } from './permissions.ts';

/** Whoever sends a request, with what is granted to them at this moment. */
export interface Caller {
  readonly id: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Until they do, nothing else is allowed. */
  readonly mustChangePassword: boolean;
}
