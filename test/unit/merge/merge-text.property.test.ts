import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeText } from '../../../generators/core/merge/merge-text.ts';
import { gitMerger, whyNoGit } from './git-merge-file.ts';

const merge = (base: string, ours: string, next: string, marked = false) => {
  const three = [base, ours, next].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];
  const { content, clashes } = mergeText(...three, { marked });
  return { text: Buffer.from(content).toString(), conflicts: clashes.length };
};

type Edit = readonly [at: number, gone: number, come: readonly string[]];

/** Applies edits from the back, so that earlier places stay right. */
const edited = (lines: readonly string[], edits: readonly Edit[]): readonly string[] => {
  const out = [...lines];
  for (const [at, gone, come] of edits.toSorted(([a], [b]) => b - a)) {
    out.splice(at % (lines.length + 1), gone, ...come);
  }
  return out;
};

const editsOf = (line: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(fc.nat(30), fc.nat(2), fc.array(line, { maxLength: 3 })), { maxLength: 4 });

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

const named = (edits: readonly Edit[], side: string) =>
  edits.map(([at, gone, come], i) => [at, gone, come.map((_, j) => `${side} ${i} ${j}`)] as const);

/** Lines that all differ, as in most files that people write: there is one shortest way. */
const distinct = fc
  .tuple(fc.nat(25), editsOf(fc.constant('')), editsOf(fc.constant('')))
  .map(([count, ours, next]) => {
    const base = Array.from({ length: count }, (_, index) => `line ${index}`);
    return [base, edited(base, named(ours, 'ours')), edited(base, named(next, 'next'))] as const;
  });

const few = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '', '}');

/** Few lines, often the same: there are many ways, and git takes one of them. */
const repeated = fc
  .tuple(fc.array(few, { maxLength: 14 }), editsOf(few), editsOf(few))
  .map(([base, ours, next]) => [base, edited(base, ours), edited(base, next)] as const);

if (whyNoGit !== undefined) console.warn(`merges are not compared with git: ${whyNoGit}`);

describe.skipIf(whyNoGit !== undefined)('as git merges', () => {
  test('lines that all differ: the same verdict, the same text, the same markers', () => {
    const git = gitMerger();
    fc.assert(
      fc.property(distinct, (texts) => {
        const three = texts.map(text) as [string, string, string];
        const theirs = git(...three);
        expect(merge(...three, true)).toEqual(theirs);
      }),
      { numRuns: 400 },
    );
  });

  test('lines that repeat: nearly always the same verdict and text', () => {
    const git = gitMerger();
    const samples = fc.sample(repeated, { numRuns: 400, seed: 7 });
    let verdicts = 0;
    let [clean, same] = [0, 0];
    for (const texts of samples) {
      const three = texts.map(text) as [string, string, string];
      const [theirs, ours] = [git(...three), merge(...three, true)];
      if ((theirs.conflicts === 0) === (ours.conflicts === 0)) verdicts += 1;
      if (theirs.conflicts > 0 || ours.conflicts > 0) continue;
      clean += 1;
      if (theirs.text === ours.text) same += 1;
    }
    expect(verdicts / samples.length).toBeGreaterThan(0.98);
    expect(same / clean).toBeGreaterThan(0.98);
  });
});
