import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { TreeFile } from '../render/tree.ts';
import { isJson, parseExact } from './json.ts';
import type { Manner } from './manner.ts';
import { mergeJson } from './merge-json.ts';
import type { IsVersion } from './merge-json.ts';
import { mergeText } from './merge-text.ts';
import type { MergedText, Settle } from './merge-text.ts';
import type { KeepReason } from './plan.ts';
import { printerLike } from './print-json.ts';
import { dress, isText, isUtf8, readText, textOf } from './text-file.ts';
import { unite, uniteRequirements } from './unite.ts';
import { isUntouched } from './untouched.ts';
import { veilOf } from './version-tokens.ts';

/** One file: as it was generated, as it stands on the disk, as it is generated now. */
export interface Versions {
  readonly path: string;
  readonly from: string;
  readonly base: TreeFile | undefined;
  readonly ours: Uint8Array;
  readonly next: TreeFile;
}

export type Merged =
  | { readonly kind: 'keep'; readonly reason: KeepReason }
  | { readonly kind: 'update'; readonly content: Uint8Array }
  | { readonly kind: 'merge'; readonly content: Uint8Array; readonly kept: readonly string[] }
  /** `marked` holds conflict markers. */
  | { readonly kind: 'conflict'; readonly why: string; readonly marked: Uint8Array };

/** The contents of `Versions`, as the team formats them. */
interface Three {
  readonly base: Uint8Array;
  readonly ours: Uint8Array;
  readonly next: Uint8Array;
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b);

const sections: ReadonlySet<string> = new Set([
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
  'engines',
]);

const isVersionOf = (path: string): IsVersion =>
  basename(path) === 'package.json'
    ? ([section = '', ...rest]) =>
        (rest.length === 1 && sections.has(section)) ||
        (rest.length === 0 && section === 'packageManager')
    : () => false;

const asText = (content: Uint8Array): string => Buffer.from(content).toString();

/** Three texts with the versions that bots raise taken out, and what gives them back to one. */
function veiled(path: string, three: Three) {
  const { base, ours, next } = three;
  if (![base, ours, next].every(isUtf8)) {
    return { ...three, reveal: (content: Uint8Array) => content };
  }
  const { hide, reveal } = veilOf(path, asText(base), asText(ours), asText(next));
  const hidden = (content: Uint8Array) => Buffer.from(hide(asText(content)), 'utf8');
  return {
    base: hidden(base),
    ours: hidden(ours),
    next: hidden(next),
    reveal: (content: Uint8Array) => Buffer.from(reveal(asText(content)), 'utf8'),
  };
}

/** A merge of lines, with the versions that bots raise taken out of it. */
function mergeVeiled(path: string, three: Three, marked: boolean, settle?: Settle): MergedText {
  const { base, ours, next, reveal } = veiled(path, three);
  const options = settle === undefined ? { marked } : { marked, settle };
  const { content, clashes } = mergeText(base, ours, next, options);
  return { content: reveal(content), clashes };
}

const linesOf = (clashes: MergedText['clashes']): readonly string[] =>
  clashes.map(([start, end]) =>
    end - start === 1 ? `line ${start + 1}` : `lines ${start + 1}-${Math.max(end, start + 1)}`,
  );

const merged = (ours: Uint8Array, content: Uint8Array, kept: readonly string[]): Merged =>
  equal(ours, content) && kept.length === 0
    ? { kind: 'keep', reason: 'edited' }
    : { kind: 'merge', content, kept };

function mergeAsText(path: string, three: Three, { conflict }: Manner, settle?: Settle): Merged {
  const { content, clashes } = mergeVeiled(path, three, false, settle);
  if (clashes.length === 0) return merged(three.ours, content, []);
  if (conflict === 'ours') return { kind: 'merge', content, kept: linesOf(clashes) };
  const marked = mergeVeiled(path, three, true, settle).content;
  return { kind: 'conflict', why: 'both changed the same lines', marked };
}

/** By key where nothing can be lost by printing it again, else by line, as long as JSON comes of it. */
function mergeAsJson(path: string, three: Three, manner: Manner): Merged {
  const [base, ours, next] = [three.base, three.ours, three.next].map(textOf) as [
    string,
    string,
    string,
  ];
  const [was, is, becomes] = [base, ours, next].map(parseExact);
  if (!isJson(ours)) {
    if (manner.conflict === 'ours')
      return { kind: 'merge', content: three.ours, kept: ['all of it'] };
    const marked = mergeVeiled(path, three, true).content;
    return { kind: 'conflict', why: 'is not JSON any more', marked };
  }
  if (was === undefined || is === undefined || becomes === undefined) {
    const lines = mergeAsText(path, three, manner);
    if (lines.kind !== 'merge' || isJson(textOf(lines.content))) return lines;
    const marked = mergeVeiled(path, three, true).content;
    return { kind: 'conflict', why: 'would not be JSON any more', marked };
  }
  const { value, kept } = mergeJson(was, is, becomes, isVersionOf(path));
  if (isDeepStrictEqual(value, is)) return merged(three.ours, three.ours, kept);
  // Where a merge of lines says the same, it keeps the team's layout best.
  const lines = mergeText(three.base, three.ours, three.next, { marked: false });
  const text = textOf(lines.content);
  const isSame =
    lines.clashes.length === 0 && JSON.stringify(parseExact(text)) === JSON.stringify(value);
  const print = printerLike(ours, is, path);
  const content = isSame ? lines.content : dress(print(value), readText(three.ours));
  return merged(three.ours, content, kept);
}

function mergeContents({ path, next: { merge } }: Versions, three: Three, manner: Manner): Merged {
  if (merge === 'binary' || ![three.base, three.ours, three.next].every(isText)) {
    return { kind: 'keep', reason: 'binary' };
  }
  if (merge === 'json') return mergeAsJson(path, three, manner);
  return mergeAsText(path, three, manner, merge === 'union' ? unite : uniteRequirements);
}

/** A file becomes what is generated now, in its own line ends and with its own versions. */
function update(path: string, three: Three): Merged {
  const { ours, next } = three;
  if (!isText(ours) || !isText(next)) return { kind: 'update', content: next };
  const hidden = veiled(path, three);
  // As if nobody had changed anything.
  const { content } = mergeText(hidden.ours, hidden.ours, hidden.next, { marked: false });
  const revealed = hidden.reveal(content);
  return equal(revealed, ours)
    ? { kind: 'keep', reason: 'same' }
    : { kind: 'update', content: revealed };
}

/** What is generated, as the team formats it and, where that is not the same, as it is. */
async function waysOf({ path, from, base, ours, next }: Versions, { style }: Manner) {
  const was = base?.content ?? new Uint8Array();
  const plain: Three = { base: was, ours, next: next.content };
  const styled: Three = {
    base: base === undefined ? was : await style(from, was),
    ours,
    next: await style(path, next.content),
  };
  const isPlain = equal(plain.base, styled.base) && equal(plain.next, styled.next);
  return isPlain ? [plain] : [styled, plain];
}

/** What becomes of a file that stands on the disk and is still generated. */
export async function mergeFile(versions: Versions, manner: Manner): Promise<Merged> {
  const { path, base, ours, next } = versions;
  const isRestored = manner.restore && next.owner === 'managed';
  if (equal(ours, next.content)) return { kind: 'keep', reason: 'same' };
  if (base !== undefined && equal(base.content, next.content) && !isRestored) {
    return { kind: 'keep', reason: 'edited' };
  }
  const ways = await waysOf(versions, manner);
  if (ways.some((three) => equal(ours, three.next))) return { kind: 'keep', reason: 'same' };
  const untouched = ways.find((three) => isUntouched(path, three.base, ours));
  if (base !== undefined && untouched !== undefined) return update(path, untouched);
  const [first] = ways;
  if (isRestored && first !== undefined) return update(path, first);
  // A file that the team's formatter passed over merges as it was generated.
  const results = ways.map((three) => mergeContents(versions, three, manner));
  const [result] = [...results.filter(({ kind }) => kind !== 'conflict'), ...results];
  if (result === undefined) throw new Error('there is always a way');
  return result;
}
