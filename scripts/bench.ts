/**
 * Prints the budgets of the design and the cost of a request, all measured in this run.
 *
 * Always ends well but for a crash: this is for reading. `--strict` makes a missed budget a failure.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { databaseFiles, databasesOf } from './bench/databases.ts';
import { ratioFigure, tableOf } from './bench/figure.ts';
import type { Figure } from './bench/figure.ts';
import { measureGenerator } from './bench/generator-budgets.ts';
import { measureRequests } from './bench/per-request.ts';
import type { PerRequest, Rivals } from './bench/per-request.ts';
import { Unavailable } from './bench/python.ts';
import { djangoRivals } from './bench/rivals/django.ts';
import { nodeRivals } from './bench/rivals/node.ts';
import { openWorkshop } from './bench/workshop.ts';
import type { Workshop } from './bench/workshop.ts';

const goal = 1.1;

const figureOf =
  (where: string) =>
  ({ what, generated, handWritten, ratio }: PerRequest): Figure =>
    ratioFigure(
      `CPU of a request${where}: ${what}`,
      `${generated.toFixed(0)} us`,
      ratio,
      goal,
      `by hand (${handWritten.toFixed(0)} us)`,
    );

async function onFiles(
  workshop: Workshop,
  where: string,
  rivalsOf: (workshop: Workshop, words: readonly string[]) => Rivals,
): Promise<readonly Figure[]> {
  const secret = randomBytes(32).toString('base64url');
  const figures: PerRequest[] = [];
  for (const [auth, key] of [
    ['none', ''],
    ['jwt', secret],
  ] as const) {
    const rivals = rivalsOf(workshop, ['--database', 'sqlite', '--auth', auth]);
    figures.push(...(await measureRequests(rivals, databaseFiles(), key)));
  }
  return figures.map(figureOf(where));
}

async function onServer(workshop: Workshop): Promise<readonly Figure[]> {
  const server = process.env['GROUNDWORK_POSTGRESQL_URL'];
  if (server === undefined) {
    console.error('skipped: PostgreSQL: GROUNDWORK_POSTGRESQL_URL is not set');
    return [];
  }
  const words = ['--database', 'postgresql', '--auth', 'none'];
  const rivals = nodeRivals(workshop, words, 'server-pg.ts');
  const figures = await measureRequests(rivals, await databasesOf(server), '');
  return figures.map(figureOf(' on PostgreSQL'));
}

async function inPython(workshop: Workshop): Promise<readonly Figure[]> {
  try {
    return await onFiles(workshop, ' of Django', djangoRivals);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.error(`skipped: Django: ${error.message}`);
    return [];
  }
}

async function measure(): Promise<readonly Figure[]> {
  console.error('Preparing: packs and installs the generator');
  const workshop = openWorkshop();
  try {
    console.error('Measuring the generator');
    const budgets = await measureGenerator(workshop);
    console.error('Measuring generated back ends');
    return [
      ...budgets,
      ...(await onFiles(workshop, '', nodeRivals)),
      ...(await onServer(workshop)),
      ...(await inPython(workshop)),
    ];
  } finally {
    rmSync(workshop.folder, { recursive: true });
  }
}

const figures = await measure();
console.log(`\n${tableOf(figures)}`);
if (process.argv.includes('--strict') && figures.some(({ ok }) => ok === false)) {
  process.exitCode = 1;
}
