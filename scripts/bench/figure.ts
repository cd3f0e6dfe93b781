/** One line of what `npm run bench` prints. */
export interface Figure {
  readonly what: string;
  /** As it is shown: `31 ms`, `21.4 MB`. */
  readonly figure: string;
  /** To what it is measured against, when it is. */
  readonly ratio?: number;
  /** As it is shown: `<= 1.5 x node -e 0`; empty where nothing was promised. */
  readonly budget: string;
  /** `undefined` where nothing was promised or nothing can be measured. */
  readonly ok?: boolean;
}

/** A figure whose ratio to another one is bounded. */
export function ratioFigure(
  what: string,
  figure: string,
  ratio: number,
  limit: number,
  to: string,
): Figure {
  return { what, figure, ratio, budget: `<= ${limit} x ${to}`, ok: ratio <= limit };
}

const verdict = ({ ok }: Figure): string => (ok === undefined ? '' : ok ? 'ok' : 'OVER');

/** The figures as a table in which each column is as wide as it must be. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['what', 'figure', 'ratio', 'budget', ''],
    ...figures.map((one) => [
      one.what,
      one.figure,
      one.ratio?.toFixed(2) ?? '',
      one.budget,
      verdict(one),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
