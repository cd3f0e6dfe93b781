import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import {
  baseFolder,
  baselinePath,
  decodeBaseline,
  decodeHead,
  headSize,
} from '../apply/baseline.ts';
import type { Baseline, BaselineHead } from '../apply/baseline.ts';
import { Refusal } from '../refusal.ts';
import type { UnitId } from '../render/tree.ts';

/** The baselines of a repository: all heads are read, the rest of each only when it is asked for. */
export interface Baselines {
  readonly heads: ReadonlyMap<UnitId, BaselineHead>;
  /** Files in their folder that are no baselines: path -> why. */
  readonly damaged: ReadonlyMap<string, string>;
  /** @throws {Refusal} when the baseline cannot be read */
  readonly read: (unit: UnitId) => Baseline;
}

const unitOf = (path: string): UnitId | undefined =>
  /^(?:project|resources\/[^/]+)(?=\.br$)/u.exec(path)?.[0] as UnitId | undefined;

/** A thousand heads are read at once, and not the thousand files. */
function headAt(path: string): BaselineHead {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(headSize);
    const beginning = bytes.subarray(0, readSync(file, bytes, 0, headSize, 0));
    return decodeHead(beginning, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function readHead(root: string, unit: UnitId): BaselineHead {
  const head = headAt(join(root, baselinePath(unit)));
  if (head.unit !== unit) throw new Error(`it is the baseline of ${head.unit}`);
  return head;
}

function entriesBelow(root: string, folder: string): readonly { path: string; plain: boolean }[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? entriesBelow(root, path) : [{ path, plain: entry.isFile() }];
  });
}

function entriesOf(root: string) {
  try {
    return entriesBelow(root, baseFolder);
  } catch {
    return [];
  }
}

/** Reads the heads of all baselines. What is no baseline is told, never an error. */
export function readBaselines(root: string): Baselines {
  const heads = new Map<UnitId, BaselineHead>();
  const damaged = new Map<string, string>();
  for (const { path, plain } of entriesOf(root)) {
    const unit = plain ? unitOf(path.slice(baseFolder.length + 1)) : undefined;
    try {
      if (unit === undefined) throw new Error('it is not named like a baseline');
      heads.set(unit, readHead(root, unit));
    } catch (error) {
      damaged.set(path, messageOf(error));
    }
  }
  const known = new Map<UnitId, Baseline>();
  const read = (unit: UnitId): Baseline => {
    const baseline = known.get(unit) ?? readBaseline(root, unit);
    known.set(unit, baseline);
    return baseline;
  };
  return { heads, damaged, read };
}

function readBaseline(root: string, unit: UnitId): Baseline {
  const path = baselinePath(unit);
  try {
    return decodeBaseline(readFileSync(join(root, path)));
  } catch (error) {
    throw new Refusal(
      `${path} is damaged (${messageOf(error)}); take it back from git, or run groundwork apply.`,
      { cause: error },
    );
  }
}
