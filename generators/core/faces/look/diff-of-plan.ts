import type { Operation } from '../../apply/operation.ts';
import { heldAt, standsAt } from '../../merge/disk.ts';
import type { ChangePlan } from '../../merge/plan.ts';
import { isText, isUtf8 } from '../../merge/text-file.ts';
import { unifiedDiff } from './unified-diff.ts';
import type { Side } from './unified-diff.ts';

/** A plan as a diff, and the paths of which it cannot tell: what they hold is secret, or no text. */
export interface PlanDiff {
  readonly text: string;
  readonly withheld: readonly string[];
}

/** Of no use to a reader, and rebuilt from the rest. */
const isBaseline = (path: string): boolean => path.startsWith('.groundwork/base/');

const isSecret = (path: string): boolean => path === '.env';

function sideOf(content: Uint8Array, mode: number): Side | undefined {
  const isPlain = isText(content) && isUtf8(content);
  return isPlain ? { text: Buffer.from(content).toString('utf8'), mode } : undefined;
}

function diffOf(root: string, operation: Operation): string | undefined {
  const { path } = operation;
  const held = standsAt(root, path) === 'file' ? heldAt(root, path) : undefined;
  const before = held === undefined ? undefined : sideOf(held.content, held.mode);
  const after = operation.kind === 'write' ? sideOf(operation.content, operation.mode) : undefined;
  const isLost = held !== undefined && before === undefined;
  if (isLost || (operation.kind === 'write' && after === undefined)) return undefined;
  return unifiedDiff(path, before, after);
}

/** What a plan would do to the files, in the order of their paths. */
export function diffOfPlan({ root, operations }: ChangePlan): PlanDiff {
  const withheld: string[] = [];
  const parts = operations
    .filter(({ path }) => !isBaseline(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((operation) => {
      const text = isSecret(operation.path) ? undefined : diffOf(root, operation);
      if (text === undefined) withheld.push(operation.path);
      return text ?? '';
    });
  return { text: parts.join(''), withheld };
}
