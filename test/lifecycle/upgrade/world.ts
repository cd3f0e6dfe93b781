import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { applyOperations } from '../../../generators/core/apply/transaction.ts';
import type { ConflictMode } from '../../../generators/core/merge/plan.ts';
import { planUnits } from '../../../generators/core/merge/plan-change.ts';
import { loadStyle } from '../../../generators/core/merge/style.ts';
import type { TreeFile, UnitTree } from '../../../generators/core/render/tree.ts';
import { emptyFolder } from '../cli.ts';
import { repository } from '../../unit/shape/sources.ts';
import type { Pair, Version } from './pairs.ts';

const treeOf = (
  { kind = 'text', owner = 'shared' }: Pair,
  version: Version | undefined,
): [string, TreeFile][] => {
  if (version === undefined) return [];
  const { path, text, mode = 0o644, template = path } = version;
  return [[path, { content: Buffer.from(text), mode, merge: kind, owner, template }]];
};

const config = { path: '.prettierrc.json', text: '{ "singleQuote": true }\n' };
const theirs = { semi: false, tabWidth: 4 };

/** What the team did to the old file before the new version came. */
export const edits = [
  'none',
  'elsewhere',
  'same',
  'deleted',
  'reformatted',
  'crlf',
  'own',
  'bumped',
] as const;
export type Edit = (typeof edits)[number];

function put(root: string, { path, mode = 0o644 }: Version, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text, { mode });
}

async function reformat(root: string, version: Version): Promise<void> {
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(join(repository, 'node_modules/prettier'), join(root, 'node_modules/prettier'));
  writeFileSync(join(root, config.path), JSON.stringify(theirs));
  if (!/\.(?:ts|json|yml)$/u.test(version.path)) return;
  put(root, version, await format(version.text, { ...theirs, filepath: version.path }));
}

/** Whether a pair has something that can be edited so. */
export function canBe({ old, next, ...pair }: Pair, edit: Edit): boolean {
  if (edit === 'own') return next !== undefined && next.path !== old?.path;
  if (edit === 'none') return true;
  if (edit === 'elsewhere' || edit === 'same' || edit === 'bumped') return pair[edit] !== undefined;
  return old !== undefined;
}

async function carryOut(root: string, pair: Pair, edit: Edit): Promise<void> {
  const { old, next } = pair;
  if (edit === 'own' && next !== undefined) put(root, next, 'own\n');
  if (old === undefined) return;
  if (edit === 'deleted') rmSync(join(root, old.path));
  if (edit === 'crlf') put(root, old, old.text.replaceAll('\n', '\r\n'));
  if (edit === 'reformatted') await reformat(root, old);
  if (edit === 'elsewhere' || edit === 'same' || edit === 'bumped') {
    const [what, by] = pair[edit] ?? ['', ''];
    put(root, old, old.text.replace(what, by));
  }
}

export interface Upgraded {
  /** What became of the file, as `merge`, `keep deleted`. */
  readonly state: string;
  /** What stands at the new path, or at the old one. */
  readonly text: string | undefined;
  readonly mode: number | undefined;
  readonly kept: readonly string[];
}

/** Writes the old version, lets the team edit it, and brings it to the new version. */
export async function upgraded(
  pair: Pair,
  edit: Edit,
  conflict: ConflictMode = 'stop',
): Promise<Upgraded> {
  const root = emptyFolder();
  if (pair.old !== undefined) put(root, pair.old, pair.old.text);
  put(root, config, config.text);
  await carryOut(root, pair, edit);
  const [base, next] = [pair.old, pair.next].map(
    (version): UnitTree => new Map([...treeOf(pair, version), ...treeOf(pair, config)]),
  ) as [UnitTree, UnitTree];
  const steps = await planUnits([{ unit: 'project', base, next }], {
    root,
    conflict,
    restore: false,
    style: loadStyle(root, base),
    isLost: () => false,
  });
  const changes = steps.flatMap((step) => step.changes).filter(({ path }) => path !== config.path);
  await applyOperations(
    root,
    steps.flatMap(({ operations }) => operations),
  );
  const states = changes.map((change) =>
    change.action === 'keep' ? `keep ${change.reason}` : change.action,
  );
  const at = [pair.next, pair.old]
    .flatMap((version) => (version === undefined ? [] : [join(root, version.path)]))
    .find((path) => statSync(path, { throwIfNoEntry: false }) !== undefined);
  return {
    state: states.join(', '),
    text: at === undefined ? undefined : readFileSync(at, 'utf8'),
    mode: at === undefined ? undefined : statSync(at).mode & 0o777,
    kept: changes.flatMap((change) => ('kept' in change ? change.kept : [])),
  };
}
