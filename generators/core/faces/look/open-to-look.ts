import { findRoot } from '../../repository/find-root.ts';
import { openRepository } from '../../repository/open.ts';
import type { Repository } from '../../repository/open.ts';
import { thisGenerator } from '../generator.ts';

/**
 * Opens the project around a folder without writing anything.
 *
 * @throws {Refusal} when there is none, or its state cannot be read
 */
export const openToLook = (from: string): Promise<Repository> =>
  openRepository(findRoot(from), 'read', thisGenerator());
