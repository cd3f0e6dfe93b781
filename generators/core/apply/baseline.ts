import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { TreeFile, UnitId, UnitTree } from '../render/tree.ts';

/** A unit as it was last generated: what the next merge takes as common ground. */
export interface Baseline {
  readonly unit: UnitId;
  /** Version of the generator that wrote it. */
  readonly version: string;
  /** Hash of everything that it was rendered from. */
  readonly inputs: string;
  readonly files: UnitTree;
}

type Stored = Omit<TreeFile, 'content'> & { readonly path: string } & (
    { readonly text: string } | { readonly base64: string }
  );

const format = 1;

function contentOf(content: Uint8Array): { text: string } | { base64: string } {
  const bytes = Buffer.from(content);
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? { text } : { base64: bytes.toString('base64') };
}

/** Quality 5: 11 takes fifty times as long to save a tenth. */
export function encodeBaseline({ unit, version, inputs, files }: Baseline): Uint8Array {
  const stored: Stored[] = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { content, ...rest }]) => ({ path, ...rest, ...contentOf(content) }));
  const text = JSON.stringify({ format, unit, version, inputs, files: stored });
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

/** @throws when the bytes are not a baseline of the known format */
export function decodeBaseline(bytes: Uint8Array): Baseline {
  const stored = JSON.parse(brotliDecompressSync(bytes).toString('utf8')) as Omit<
    Baseline,
    'files'
  > & { readonly format: number; readonly files: readonly Stored[] };
  if (stored.format !== format) throw new Error(`unknown baseline format ${stored.format}`);
  const files = stored.files.map(({ path, template, mode, merge, owner, ...content }) => {
    const bytesOf =
      'text' in content ? Buffer.from(content.text, 'utf8') : Buffer.from(content.base64, 'base64');
    return [path, { template, mode, merge, owner, content: bytesOf }] as const;
  });
  return {
    unit: stored.unit,
    version: stored.version,
    inputs: stored.inputs,
    files: new Map(files),
  };
}

export const baselinePath = (unit: UnitId): string => `.groundwork/base/${unit}.br`;
