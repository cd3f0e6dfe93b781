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
import type { PerRequest } from './bench/per-request.ts';
import { buildBackEnd, openWorkshop } from './bench/workshop.ts';
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

async function onFiles(workshop: Workshop, auth: 'jwt' | 'none'): Promise<readonly Figure[]> {
  const figures = await measureRequests({
    project: buildBackEnd(workshop, auth, 'sqlite'),
    rival: 'server.ts',
    databases: databaseFiles(),
    secret: auth === 'none' ? '' : randomBytes(32).toString('base64url'),
  });
  return figures.map(figureOf(''));
}

async function onServer(workshop: Workshop): Promise<readonly Figure[]> {
  const server = process.env['GROUNDWORK_POSTGRESQL_URL'];
  if (server === undefined) {
    console.error('skipped: PostgreSQL: GROUNDWORK_POSTGRESQL_URL is not set');
    return [];
  }
  const figures = await measureRequests({
    project: buildBackEnd(workshop, 'none', 'postgresql'),
    rival: 'server-pg.ts',
    databases: await databasesOf(server),
    secret: '',
  });
  return figures.map(figureOf(' on PostgreSQL'));
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
      ...(await onFiles(workshop, 'none')),
      ...(await onFiles(workshop, 'jwt')),
      ...(await onServer(workshop)),
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
