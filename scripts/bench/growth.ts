import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { median } from './median.ts';
import { costOf } from './process-cost.ts';
import type { Place } from './process-cost.ts';
import type { Workshop } from './workshop.ts';

const rounds = 5;
const most = { addition: 1000, check: 2000 };

const letters = (count: number): string =>
  [...String(count)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/** A project with so many resources. */
function projectOf({ groundwork }: Workshop, { folder }: Place, count: number): string {
  const resources = Array.from({ length: count }, (_, index) => ({
    name: `item${letters(index)}x`,
    plural: `item${letters(index)}y`,
    fields: [
      { name: 'title', type: 'string', required: true },
      { name: 'price', type: 'decimal' },
    ],
  }));
  const [answers, root] = [join(folder, `${count}.json`), join(folder, `grown-${count}`)];
  writeFileSync(answers, JSON.stringify({ resources }));
  const words = ['new', root, '--answers', answers, '--yes', '--no-install', '--no-git'];
  execFileSync(process.execPath, [groundwork, ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return root;
}

/** What one resource more costs in a project that has so many, in milliseconds of CPU. */
function addition(workshop: Workshop, place: Place, root: string): number {
  const copy = join(place.folder, 'copy');
  cpSync(root, copy, { recursive: true });
  const words = ['resource', 'last', 'title:string', '--yes', '--no-install'];
  const { cpu } = costOf([workshop.groundwork, ...words], { ...place, folder: copy });
  rmSync(copy, { recursive: true });
  return cpu;
}

/** What a project that has grown large costs: the budgets of a resource more, and of a check. */
export function measureGrowth(workshop: Workshop): readonly Figure[] {
  const place = { folder: join(workshop.folder, 'growth') };
  mkdirSync(place.folder);
  const [small, large] = [projectOf(workshop, place, 9), projectOf(workshop, place, 999)];
  const times: { small: number[]; large: number[]; check: number[] } = {
    small: [],
    large: [],
    check: [],
  };
  for (let round = 0; round < rounds; round += 1) {
    times.small.push(addition(workshop, place, small));
    times.large.push(addition(workshop, place, large));
    times.check.push(costOf([workshop.groundwork, 'check'], { folder: large }).cpu);
  }
  const [tenth, thousandth, check] = [
    median(times.small),
    median(times.large),
    median(times.check),
  ];
  return [
    {
      what: 'adding the 1000th resource',
      figure: `${thousandth.toFixed(0)} ms`,
      ratio: thousandth / tenth,
      budget: `<= 2 x the 10th (${tenth.toFixed(0)} ms), < 1 s`,
      ok: thousandth <= 2 * tenth && thousandth < most.addition,
    },
    {
      what: 'check of 999 resources',
      figure: `${check.toFixed(0)} ms`,
      budget: '< 2 s',
      ok: check < most.check,
    },
  ];
}
