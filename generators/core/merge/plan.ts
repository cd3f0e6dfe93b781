import type { Operation } from '../apply/operation.ts';

/** A file that the next state of the project wants at a path. */
export interface Wanted {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode: number;
}

/** Why a file stays as it is. All but `same` are worth telling. */
export const keepReasons = {
  same: 'has this content already',
  edited: 'you edited it, and nothing new is generated for it',
  deleted: 'you deleted it, so it stays deleted',
  dropped: 'is no longer generated, but you edited it',
  seeded: 'is written once, then yours',
  lost: 'differs from what is generated, and what was generated before is lost',
  linked: 'is no file of its own, so that nothing is written there',
  binary: 'both changed it and it is no text: yours is kept',
} as const;

export type KeepReason = keyof typeof keepReasons;

/** What becomes of one path. Every path of a plan is in exactly one of these states. */
export type Change =
  | { readonly path: string; readonly action: 'create' }
  | { readonly path: string; readonly action: 'update' }
  /** `kept` names what both changed and is left as you had it: keys of JSON, lines of text. */
  | { readonly path: string; readonly action: 'merge'; readonly kept: readonly string[] }
  | {
      readonly path: string;
      readonly action: 'move';
      readonly from: string;
      readonly kept: readonly string[];
    }
  | { readonly path: string; readonly action: 'delete' }
  | {
      readonly path: string;
      readonly action: 'keep';
      readonly reason: KeepReason;
      readonly why: string;
    }
  | { readonly path: string; readonly action: 'overwrite'; readonly why: string }
  /** `marked`: it is written, with conflict markers, and stays pending until they are gone. */
  | {
      readonly path: string;
      readonly action: 'conflict';
      readonly why: string;
      readonly marked: boolean;
    };

/**
 * What to do where both changed the same: nothing at all, write conflict markers, or keep what is
 * there.
 */
export type ConflictMode = 'stop' | 'markers' | 'ours';

/** What would turn the disk into the wanted files, and what stands in the way. */
export interface Plan {
  readonly root: string;
  readonly changes: readonly Change[];
  /** Files on the disk that the project does not want, untouched by the plan. */
  readonly foreign: readonly string[];
  readonly operations: readonly Operation[];
}

/** A plan for a project that was generated before. */
export interface ChangePlan extends Plan {
  /** Files on the disk that hold edits, and are merged or written over. */
  readonly edited: readonly string[];
}

/** The conflicts for which nothing of a plan may be written. */
export const blocking = ({ changes }: Pick<Plan, 'changes'>) =>
  changes.filter((change) => change.action === 'conflict' && !change.marked);
