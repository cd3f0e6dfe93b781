import { refuseOtherGenerator } from '../../repository/generator.ts';
import type { Repository } from '../../repository/open.ts';
import { refusePending } from '../../repository/pending.ts';
import type { ChangeCommand } from './command.ts';

/**
 * What a command that writes would refuse, for one that only says what it would write.
 *
 * @throws {Refusal} when another generator wrote the project, or conflicts are left
 */
export function refuseUnwritable(repository: Repository, purpose: ChangeCommand['purpose']): void {
  const { recorded, installed, pending } = repository;
  refuseOtherGenerator(recorded, installed, purpose === 'upgrade');
  refusePending(pending);
}
