import { describe } from 'vitest';
import type { Bench } from '../bench.ts';
import { pathOf } from '../url.ts';
import { accountCases } from './account-cases.ts';
import { limitCases } from './limit-cases.ts';
import { loginCases } from './login-cases.ts';
import { ownershipCases } from './ownership-cases.ts';
import { reachCases } from './reach-cases.ts';
import { refreshCases } from './refresh-cases.ts';
import { secrecyCases } from './secrecy-cases.ts';
import { tokenCases } from './token-cases.ts';
import { userCases } from './user-cases.ts';

/** Section 6: users and tokens. */
export function authCases(bench: Bench): void {
  for (const resource of bench.spec.resources) {
    describe(pathOf(resource), () => {
      ownershipCases(bench, resource);
      reachCases(bench, resource);
    });
  }
  tokenCases(bench);
  accountCases(bench);
  loginCases(bench);
  refreshCases(bench);
  userCases(bench);
  limitCases(bench);
  secrecyCases(bench);
}
