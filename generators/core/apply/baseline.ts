import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { TreeFile, UnitId, UnitTree } from '../render/tree.ts';
import { checkPath } from './paths.ts';

/** What is known of a baseline without unpacking it. */
export interface BaselineHead {
  readonly unit: UnitId;
  /** Version of the generator that wrote it. */
  readonly version: string;
  /** Hash of everything that it was rendered from; empty when git merged two of them. */
  readonly inputs: string;
  /** The choices on which its data depend, as `dataChoices` has them; older baselines do not say. */
  readonly choices?: string;
}

/** A unit as it was last generated: what the next merge takes as common ground. */
export interface Baseline extends BaselineHead {
  /**
   * The part of the spec that it was rendered for: the choices, or one resource. Of two that git
   * merged, that of either side, ours first.
   */
  readonly parts: readonly object[];
  /** Of two that git merged, those of our side, and those that only the other changed. */
  readonly files: UnitTree;
}

type Stored = Omit<TreeFile, 'content'> & { readonly path: string } & (
    { readonly text: string } | { readonly base64: string }
  );

/*
 *   {"format":1,"unit":...,"version":...,"inputs":...,"choices":...,"size":...}   all that is read of a unit that has not changed
 *   {"spec":...}
 *   files, packed; of the project each on a line of its own
 *
 * Git is told to take the lines of both sides when two branches change one (`merge=union`), ours
 * first: each may bring other files along. Then there are two heads, neither of which is right, and
 * the unit is rendered anew by the next command. The second head may stand far behind the first, so
 * that each tells how many bytes follow it.
 */

const format = 1;

type Head = BaselineHead & { readonly format: number; readonly size?: number };

const isHead = (line: string): boolean => line.startsWith('{"format":');
const isSpec = (line: string): boolean => line.startsWith('{"spec":');

function contentOf(content: Uint8Array): { text: string } | { base64: string } {
  const bytes = Buffer.from(content);
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? { text } : { base64: bytes.toString('base64') };
}

/** Quality 5: 11 takes fifty times as long to save a tenth. */
const pack = (files: readonly Stored[]): string =>
  brotliCompressSync(JSON.stringify(files), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
  }).toString('base64');

const unpack = (line: string): readonly Stored[] =>
  JSON.parse(
    brotliDecompressSync(Buffer.from(line, 'base64')).toString('utf8'),
  ) as readonly Stored[];

export function encodeBaseline(baseline: Baseline): Uint8Array {
  const { unit, version, inputs, choices, parts, files } = baseline;
  const stored: Stored[] = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { content, ...rest }]) => ({ path, ...rest, ...contentOf(content) }));
  const packed = unit === 'project' ? stored.map((file) => pack([file])) : [pack(stored)];
  const specs = parts.map((spec) => JSON.stringify({ spec }));
  const rest = `${[...specs, ...packed].join('\n')}\n`;
  const size = Buffer.byteLength(rest);
  const head = { format, unit, version, inputs, choices, size };
  return Buffer.from(`${JSON.stringify(head)}\n${rest}`, 'utf8');
}

const linesOf = (text: string): readonly string[] => [...new Set(text.split('\n'))];

function readHead(lines: readonly string[]): BaselineHead {
  const heads = lines.filter(isHead).map((line) => JSON.parse(line) as Head);
  const [head] = heads;
  if (head === undefined) throw new Error('it has no head');
  for (const one of heads) {
    if (one.format !== format) throw new Error(`its format ${one.format} is not known`);
    if (one.unit !== head.unit) throw new Error('it is the baseline of two units');
  }
  const { unit, version, inputs, choices } = head;
  for (const text of [unit, version, inputs]) {
    if (typeof text !== 'string') throw new Error('its head is not complete');
  }
  const said = typeof choices === 'string' ? { choices } : {};
  return { unit, version, inputs: heads.length === 1 ? inputs : '', ...said };
}

/** As many bytes as surely hold the head of a baseline. */
export const headSize = 1024;

/** Whether nothing but what was written with a head follows it. */
function isWhole(line: string, total: number): boolean {
  const { size } = JSON.parse(line) as Head;
  return size === undefined || Buffer.byteLength(line) + 1 + size === total;
}

/**
 * @param beginning at least the first `headSize` bytes
 * @param total how many bytes there are
 * @throws when the bytes are not a baseline of the known format
 */
export function decodeHead(beginning: Uint8Array, total: number): BaselineHead {
  // The last line may be cut off; a head is never it, since more follows.
  const lines = Buffer.from(beginning).toString('utf8').split('\n').slice(0, -1);
  const head = readHead(linesOf(lines.join('\n')));
  return isWhole(lines.find(isHead) ?? '', total) ? head : { ...head, inputs: '' };
}

/** @throws when the bytes are not a baseline of the known format, or it leads out of the project */
export function decodeBaseline(bytes: Uint8Array): Baseline {
  const text = Buffer.from(bytes).toString('utf8');
  if (!text.endsWith('\n')) throw new Error('it is cut short');
  const lines = linesOf(text.trimEnd());
  const head = readHead(lines);
  const isMerged = lines.filter(isHead).length > 1;
  const parts = lines.filter(isSpec).map((line) => (JSON.parse(line) as { spec: object }).spec);
  if (parts.length === 0 || (parts.length > 1 && !isMerged)) {
    throw new Error('it stands for no one spec');
  }
  const files = new Map<string, TreeFile>();
  for (const stored of lines.filter((line) => !isHead(line) && !isSpec(line)).flatMap(unpack)) {
    const { path, template, mode, merge, owner, ...rest } = stored;
    checkPath(path);
    if (files.has(path) && isMerged) continue;
    if (files.has(path)) throw new Error(`it holds two versions of ${path}`);
    const content =
      'text' in rest ? Buffer.from(rest.text, 'utf8') : Buffer.from(rest.base64, 'base64');
    files.set(path, { template, mode, merge, owner, content });
  }
  return { ...head, parts, files };
}

export const baseFolder = '.groundwork/base';

export const baselinePath = (unit: UnitId): string => `${baseFolder}/${unit}.br`;
