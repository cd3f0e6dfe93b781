/**
 * Prints the budgets of the design and the cost of a request, all measured in this run.
 *
 * Always ends well but for a crash: this is for reading. `--strict` makes a missed budget a failure.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { ratioFigure, tableOf } from './bench/figure.ts';
import type { Figure } from './bench/figure.ts';
import { measureGenerator } from './bench/generator-budgets.ts';
import { measureRequests } from './bench/per-request.ts';
import type { PerRequest } from './bench/per-request.ts';
import { buildBackEnd, openWorkshop } from './bench/workshop.ts';

const goal = 1.1;

const figureOf = ({ what, generated, handWritten, ratio }: PerRequest): Figure =>
  ratioFigure(
    `CPU of a request: ${what}`,
    `${generated.toFixed(0)} us`,
    ratio,
    goal,
    `by hand (${handWritten.toFixed(0)} us)`,
  );

async function measure(): Promise<readonly Figure[]> {
  console.error('Preparing: packs and installs the generator, makes and builds two back ends');
  const workshop = openWorkshop();
  try {
    const [open, closed] = [buildBackEnd(workshop, 'none'), buildBackEnd(workshop, 'jwt')];
    console.error('Measuring the generator');
    const budgets = await measureGenerator(workshop);
    console.error('Measuring the generated back end');
    const requests = [
      ...(await measureRequests(open, '')),
      ...(await measureRequests(closed, randomBytes(32).toString('base64url'))),
    ];
    return [...budgets, ...requests.map(figureOf)];
  } finally {
    rmSync(workshop.folder, { recursive: true });
  }
}

const figures = await measure();
console.log(`\n${tableOf(figures)}`);
if (process.argv.includes('--strict') && figures.some(({ ok }) => ok === false)) {
  process.exitCode = 1;
}
