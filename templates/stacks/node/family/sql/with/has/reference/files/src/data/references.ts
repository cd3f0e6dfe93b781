import type { Kysely } from 'kysely';
import { Violation } from '../lib/violation.ts';
import { missing, missingFaults, type Reference, type Row } from './missing.ts';

/** Finishes a write; when it refers to rows that do not exist, throws a problem that names them. */
export async function namingMissing<Result>(
  write: Promise<Result>,
  kysely: Kysely<unknown>,
  references: readonly Reference[],
  row: Row,
): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof Violation) || error.rule !== 'reference') throw error;
    throw missing(await missingFaults(kysely, references, row), error);
  }
}
