/** How two edits of one file are brought together. */
export type MergeKind = 'text' | 'json' | 'union' | 'binary';

/** Who keeps a file: see docs/architecture.md, "owner". */
export type Owner = 'managed' | 'shared' | 'seeded';

export interface TreeFile {
  readonly content: Uint8Array;
  readonly mode: 0o644 | 0o755;
  readonly merge: MergeKind;
  readonly owner: Owner;
  /** Where it came from, relative to `templates/`: what makes a moved file a move. */
  readonly template: string;
}

/** `project`, or `resources/<name>`: what is rendered and remembered together. */
export type UnitId = 'project' | `resources/${string}`;

export const resourceUnit = (name: string): UnitId => `resources/${name}`;

/** Path in the generated repository (relative, `/`) -> file. */
export type UnitTree = ReadonlyMap<string, TreeFile>;

export type Tree = ReadonlyMap<UnitId, UnitTree>;
