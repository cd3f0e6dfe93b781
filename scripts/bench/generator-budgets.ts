import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ratioFigure } from './figure.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';
import { measureGrowth } from './growth.ts';
import { costOf, cpuUntil } from './process-cost.ts';
import type { Place } from './process-cost.ts';
import { sizeOnDisk } from './size-on-disk.ts';
import type { Workshop } from './workshop.ts';

const rounds = 9;
const firstQuestion = 'What is the project called?';
const identity = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;

/** Everything once a round, so that what disturbs the machine disturbs all alike. */
async function interleaved({ groundwork, fastifyCli }: Workshop, place: Place) {
  const base: number[] = [];
  const version: number[] = [];
  const question: number[] = [];
  const fresh: number[] = [];
  const python: number[] = [];
  const withoutGit: number[] = [];
  const rival: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const make = [groundwork, 'new', `ours-${round}`, '--yes', '--no-install'];
    const other = [groundwork, 'new', `other-${round}`, '--stack', 'django', ...make.slice(3)];
    const bare = [groundwork, 'new', `bare-${round}`, '--yes', '--no-install', '--no-git'];
    base.push(costOf(['-e', '0'], place).cpu);
    version.push(costOf([groundwork, '--version'], place).cpu);
    question.push(await cpuUntil(firstQuestion, [groundwork, 'new', 'asked'], place));
    fresh.push(costOf(make, place).cpu);
    python.push(costOf(other, place).cpu);
    withoutGit.push(costOf(bare, place).cpu);
    rival.push(costOf([fastifyCli, 'generate', `theirs-${round}`, '--lang=ts'], place).cpu);
  }
  return {
    base: median(base),
    version: median(version),
    question: median(question),
    fresh: median(fresh),
    python: median(python),
    withoutGit: median(withoutGit),
    rival: median(rival),
  };
}

function fileCount(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !/\.git(?:\/|$)/u.test(entry.parentPath))
    .length;
}

/** The budgets of design section 9. */
export async function measureGenerator(workshop: Workshop): Promise<readonly Figure[]> {
  const folder = join(workshop.folder, 'runs');
  mkdirSync(folder);
  const place = { folder, env: identity };
  const cpu = await interleaved(workshop, place);
  const peakWords = [workshop.groundwork, 'new', 'once', '--yes', '--no-install'];
  const peak = costOf(peakWords, place, true).peak / 1024;
  const size = sizeOnDisk(workshop.installed) / 1e6;
  const files = `${fileCount(join(folder, 'bare-0'))} files, theirs ${fileCount(join(folder, 'theirs-0'))}`;
  const node = 'node -e 0';
  const theirs = `fastify generate (${milliseconds(cpu.rival)})`;
  return [
    { what: node, figure: milliseconds(cpu.base), ratio: 1, budget: '' },
    ratioFigure('--version', milliseconds(cpu.version), cpu.version / cpu.base, 1.5, node),
    ratioFigure(
      'first question on screen',
      milliseconds(cpu.question),
      cpu.question / cpu.base,
      3,
      node,
    ),
    ratioFigure(
      `new, no install (${files})`,
      milliseconds(cpu.fresh),
      cpu.fresh / cpu.rival,
      0.6,
      theirs,
    ),
    {
      what: '  of it without git',
      figure: milliseconds(cpu.withoutGit),
      ratio: cpu.withoutGit / cpu.rival,
      budget: '',
    },
    ratioFigure(
      'new --stack django, no install',
      milliseconds(cpu.python),
      cpu.python / cpu.rival,
      0.6,
      theirs,
    ),
    {
      what: 'peak memory of new',
      figure: `${peak.toFixed(0)} MiB`,
      budget: '<= 100 MiB',
      ok: peak <= 100,
    },
    {
      what: 'installed size with dependencies',
      figure: `${size.toFixed(1)} MB`,
      budget: '<= 35 MB',
      ok: size <= 35,
    },
    ...measureGrowth(workshop),
  ];
}
