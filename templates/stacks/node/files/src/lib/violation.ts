import { Problem } from './problem.ts';

/** A rule of the database that a write broke, told in the same words for every database. */
export class Violation extends Error {
  override readonly name = 'Violation';
  readonly rule: 'unique' | 'reference' | 'range';
  readonly columns: readonly string[];

  constructor(rule: Violation['rule'], columns: readonly string[], options: ErrorOptions) {
    super(`${rule} (${columns.join(', ')})`, options);
    this.rule = rule;
    this.columns = columns;
  }

  toProblem(): Problem {
    if (this.rule === 'reference') {
      return new Problem('conflict', 'Something else still refers to this.', { cause: this });
    }
    if (this.rule === 'range') {
      const detail = 'holds a value that is too long or too large';
      return new Problem('validation', 'A value does not fit.', {
        errors: [{ pointer: '', detail }],
        cause: this,
      });
    }
    const errors = this.columns.map((column) => ({
      pointer: `/${camelCase(column)}`,
      detail: 'is already taken',
    }));
    return new Problem('conflict', 'A value that must be unique is taken.', {
      errors,
      cause: this,
    });
  }
}

function camelCase(column: string): string {
  return column.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
