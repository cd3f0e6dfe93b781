import { heldAt, standsAt } from '../../merge/disk.ts';
import { isText, isUtf8 } from '../../merge/text-file.ts';
import { isUntouched } from '../../merge/untouched.ts';
import type { Repository } from '../../repository/open.ts';
import type { MergeKind, Owner, TreeFile, UnitId } from '../../render/tree.ts';
import { unifiedDiff } from './unified-diff.ts';
import type { Side } from './unified-diff.ts';

/** Where a file comes from, whose it is, and what was done to it since. */
export interface Explanation {
  readonly path: string;
  readonly unit: UnitId;
  /** Relative to the templates; behind a `#` the shared file that code prints. */
  readonly template: string;
  /** The choices and facts that brought it, all of which hold: `database=sqlite`, `has unique`. */
  readonly because: readonly string[];
  readonly owner: Owner;
  readonly merge: MergeKind;
  readonly edited: 'no' | 'yes' | 'deleted';
  /** From what was generated to what stands there; empty for what is no text. */
  readonly diff: string;
}

const payload = new Set(['files', 'resource', 'migration']);

/** `stacks/node/database/sqlite/files/...` -> `stack=node`, `database=sqlite`. */
function reasonsOf(template: string): readonly string[] {
  const steps = template.split(/[/#]/u);
  const end = steps.findIndex((step) => payload.has(step) || step.includes('.'));
  const folders = steps.slice(0, end === -1 ? steps.length : end).filter((step) => step !== 'with');
  const isStack = folders[0] === 'stacks';
  const pairs = folders.slice(isStack ? 2 : 1);
  const facts = pairs.flatMap((group, index) => {
    const value = pairs[index + 1];
    if (index % 2 === 1 || value === undefined) return [];
    return [group === 'has' || group === 'family' ? `${group} ${value}` : `${group}=${value}`];
  });
  return [...(isStack ? [`stack ${folders[1] ?? ''}`] : ['every project']), ...facts];
}

const side = (content: Uint8Array, mode: number): Side => ({
  text: Buffer.from(content).toString('utf8'),
  mode,
});

function editOf(root: string, path: string, file: TreeFile): Pick<Explanation, 'edited' | 'diff'> {
  const stands = standsAt(root, path);
  if (stands === 'nothing') return { edited: 'deleted', diff: '' };
  if (stands === 'other') return { edited: 'yes', diff: '' };
  const held = heldAt(root, path);
  const isPlain = [file.content, held.content].every((one) => isText(one) && isUtf8(one));
  const before = side(file.content, file.mode);
  const changes = isPlain ? unifiedDiff(path, before, side(held.content, held.mode)) : '';
  const isEdited = changes !== '' || !isUntouched(path, file.content, held.content);
  return { edited: isEdited ? 'yes' : 'no', diff: changes };
}

/** Explains a path; `undefined` when it was not generated. */
export function explain({ root, baselines }: Repository, path: string): Explanation | undefined {
  for (const unit of baselines.heads.keys()) {
    const file = baselines.read(unit).files.get(path);
    if (file === undefined) continue;
    const { template, owner, merge } = file;
    const because = reasonsOf(template);
    return { path, unit, template, because, owner, merge, ...editOf(root, path, file) };
  }
  return undefined;
}
