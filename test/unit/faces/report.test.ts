import { afterEach, describe, expect, test, vi } from 'vitest';
import { jsonOfReport, printError, textOfReport } from '../../../generators/core/faces/report.ts';
import type { NewReport } from '../../../generators/core/faces/report.ts';
import { confirmWrite, summaryOf } from '../../../generators/core/faces/summary.ts';
import { Refusal } from '../../../generators/core/refusal.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { dimensions } from '../../../templates/choices.ts';
import { resourceInput, specInput } from '../spec/spec-input.ts';
import { keyedAsker } from './keyed-asker.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const spec = parseSpec(specInput({ resources: [resourceInput()] }));

const reportOf = (changes: Partial<NewReport> = {}): NewReport => ({
  root: '/work/shop',
  dryRun: false,
  spec,
  plan: {
    root: '/work/shop',
    changes: [
      { path: 'a', action: 'create' },
      { path: 'b', action: 'create' },
      { path: 'c', action: 'overwrite', why: 'what it held is kept in c.orig' },
    ],
    foreign: ['d'],
    operations: [],
  },
  finished: { install: 'done', git: 'done', verify: 'skipped', warnings: [] },
  reproduce: 'groundwork new shop --yes',
  next: { first: undefined, commands: ['cd shop', 'npm run dev'] },
  ...changes,
});

describe('the report for a person', () => {
  test('tells what was written, how to do it again and what comes next', () => {
    expect(textOfReport(reportOf())).toBe(
      [
        '/work/shop: 2 files written.',
        '  overwrite c (what it held is kept in c.orig)',
        '',
        'The same again, without questions:',
        '  groundwork new shop --yes',
        '',
        'Next:',
        '  cd shop',
        '  npm run dev',
        '',
      ].join('\n'),
    );
  });

  test('of a dry run is the plan', () => {
    expect(textOfReport(reportOf({ dryRun: true }))).toBe(
      [
        '/work/shop: nothing is written yet; this is the plan.',
        '  create    a',
        '  create    b',
        '  overwrite c (what it held is kept in c.orig)',
        '',
        'The same again, without questions:',
        '  groundwork new shop --yes',
        '',
      ].join('\n'),
    );
  });

  test('begins with a runtime that is too old', () => {
    const text = textOfReport(reportOf({ next: { first: 'Too old.', commands: [] } }));
    expect(text.startsWith('Too old.\n\n')).toBe(true);
  });

  test('notes every warning, and that the checks were green', () => {
    const warnings = ['one.', 'two.'];
    const finished = { install: 'done', git: 'done', verify: 'done', warnings } as const;
    const text = textOfReport(reportOf({ finished }));
    expect(text).toContain('2 files written, and its own checks are green.\n');
    expect(text).toContain('Note: one.\nNote: two.\n');
  });
});

test('the report for a program holds the whole plan and is JSON', () => {
  const report = JSON.parse(JSON.stringify(jsonOfReport(reportOf()))) as object;
  expect(report).toMatchObject({
    ok: true,
    command: 'new',
    dryRun: false,
    spec,
    changes: reportOf().plan.changes,
    foreign: ['d'],
    install: 'done',
    next: ['cd shop', 'npm run dev'],
  });
  const finished = { install: 'done', git: 'done', verify: 'failed', warnings: [] } as const;
  expect(jsonOfReport(reportOf({ finished }))).toMatchObject({ ok: false });
});

const print = (refusal: Refusal, json: boolean) => {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const error = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  printError(refusal, 'new', { json, debug: false });
  const said = { out: out.mock.calls.flat().join(''), error: error.mock.calls.flat().join('') };
  vi.restoreAllMocks();
  return said;
};

describe('a refusal', () => {
  const two = new Refusal('2 answers are wrong.', {
    exitCode: 2,
    faults: [
      { path: 'a', message: 'is wrong' },
      { path: '', message: 'all is wrong' },
    ],
  });

  test('for a person is a sentence on standard error, then its faults one a line', () => {
    expect(print(new Refusal('No.'), false)).toEqual({ out: '', error: 'No.\n' });
    expect(print(two, false)).toEqual({
      out: '',
      error: '2 answers are wrong.\n  a: is wrong\n  all is wrong\n',
    });
    const one = new Refusal('a is wrong.', { faults: [{ path: 'a', message: 'is wrong' }] });
    expect(print(one, false).error).toBe('a is wrong.\n');
  });

  test('for a program is one document on standard output', () => {
    const { out, error } = print(two, true);
    expect(error).toBe('');
    expect(JSON.parse(out)).toEqual({
      ok: false,
      command: 'new',
      exitCode: 2,
      error: '2 answers are wrong.',
      faults: two.faults,
    });
  });
});

test('the summary names every choice by its label, and the command', () => {
  const text = summaryOf('/work/shop', spec, 'groundwork new shop');
  for (const { id, label, choices } of dimensions) {
    const chosen = choices.find((choice) => choice.id === spec[id]);
    expect(text).toMatch(new RegExp(`^  ${label} +${chosen?.label ?? ''}$`, 'mu'));
  }
  expect(text).toMatch(/^ {2}Resources +book$/mu);
  expect(text).toContain('\n  groundwork new shop\n');
});

test('who says no has cancelled', async () => {
  await expect(confirmWrite(keyedAsker({ write: false }).asker)).rejects.toMatchObject({
    exitCode: 130,
  });
  await expect(confirmWrite(keyedAsker({ write: true }).asker)).resolves.toBeUndefined();
});
