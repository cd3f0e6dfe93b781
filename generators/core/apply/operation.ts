/** What the disk must hold for an operation to go ahead: the SHA-256 of the content, or nothing at all. */
export type Expected = { readonly sha256: string } | 'absent';

export type Operation =
  | {
      readonly kind: 'write';
      /** Relative to the root, `/`. */
      readonly path: string;
      readonly content: Uint8Array;
      /** Permission bits, `0o600` for `.env`. */
      readonly mode: number;
      readonly expected: Expected;
    }
  | { readonly kind: 'delete'; readonly path: string; readonly expected: Expected };
