import { mergeFile } from '../../../generators/core/merge/merge-file.ts';
import type { Merged } from '../../../generators/core/merge/merge-file.ts';
import type { ConflictMode } from '../../../generators/core/merge/plan.ts';
import type { MergeKind, Owner, TreeFile } from '../../../generators/core/render/tree.ts';

export const treeFile = (
  content: string | Uint8Array,
  { merge = 'text', owner = 'shared', mode = 0o644, template = 't' }: Partial<TreeFile> = {},
): TreeFile => ({ content: Buffer.from(content), merge, owner, mode, template });

/** What becomes of one file, contents as text. */
export async function mergeThree(
  path: string,
  kind: MergeKind,
  [base, ours, next]: readonly [base: string, ours: string, next: string],
  conflict: ConflictMode = 'stop',
  owner: Owner = 'shared',
): Promise<object> {
  const of = (text: string) => treeFile(text, { merge: kind, owner });
  const merged: Merged = await mergeFile(
    { path, from: path, base: of(base), ours: Buffer.from(ours), next: of(next) },
    {
      root: '/nowhere',
      conflict,
      restore: false,
      style: (_, content) => Promise.resolve(content),
      isLost: () => false,
    },
  );
  const shown = Object.entries(merged).map(([key, value]) => [
    key,
    value instanceof Uint8Array ? Buffer.from(value).toString() : value,
  ]);
  return Object.fromEntries(shown) as object;
}
