import type { ConflictMode } from './plan.ts';

/** How the files of one plan are brought together. */
export interface Manner {
  readonly root: string;
  readonly conflict: ConflictMode;
  /** Managed files become what is generated, whatever was edited in them. */
  readonly restore: boolean;
  /** Formats what is generated as the team formats its files. */
  readonly style: (path: string, content: Uint8Array) => Promise<Uint8Array>;
  /** Whether the baseline of the unit to which a path belongs is lost. */
  readonly isLost: (path: string) => boolean;
}
