import { blocking } from '../../merge/plan.ts';
import type { ChangePlan } from '../../merge/plan.ts';
import { exitCodes, Refusal } from '../../refusal.ts';
import type { Repository } from '../../repository/open.ts';
import { refuseUncommitted, refuseUnmerged } from '../../repository/uncommitted.ts';

/**
 * Whether the plan may be carried out.
 *
 * @throws {Refusal} listing what git has not merged, the conflicts, with exit code 3, or edits that would
 *   be lost
 */
export async function checkChange(
  repository: Repository,
  plan: ChangePlan,
  { force }: { readonly force: boolean },
): Promise<void> {
  await refuseUnmerged(repository);
  const conflicts = blocking(plan);
  if (conflicts.length > 0) {
    throw new Refusal(
      'Nothing was written, for some files cannot be merged; say --conflict=markers to settle them by hand, or --conflict=ours to keep yours.',
      {
        exitCode: exitCodes.conflict,
        faults: conflicts.map((change) => ({
          path: change.path,
          message: 'why' in change ? change.why : '',
        })),
      },
    );
  }
  if (!force) await refuseUncommitted(repository, plan);
}
