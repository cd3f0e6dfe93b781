import type { Fills } from '../../../generators/core/render/data-step.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import type { Stores } from '../../contract/store/store.ts';
import type { Variables } from '../../python/environment.ts';
import type { Schema } from './schema-of.ts';
import { walkDjango } from './walk-django.ts';
import { walkNode } from './walk-node.ts';
import type { Wire } from './wire.ts';

/** What a team does: the spec becomes this one, and then rows come. */
export interface Turn {
  readonly spec: Spec;
  readonly fills?: Fills;
  readonly inserts?: readonly (readonly [table: string, row: Wire])[];
  /** What rows get that have no value, before the next turn. */
  readonly filled?: readonly (readonly [table: string, column: string, value: unknown])[];
  /** Where the migrations are those of another branch, made at another time. */
  readonly branch?: { readonly from: Spec; readonly to: Spec; readonly time: number };
}

type Rows = Readonly<Record<string, readonly Wire[]>>;

export interface Seen {
  readonly steps: readonly {
    /** When the migrations had run, and when rows had come. */
    readonly rows: Rows;
    readonly after: Rows;
    readonly schema: Schema;
    /** Of a new database for the same spec. */
    readonly fresh: Schema;
  }[];
  /** When all was taken back, and done again. */
  readonly nothing: Schema;
  readonly again: Schema;
}

export interface Walk {
  /** Where projects are put, and what those of this walk are called. */
  readonly workshop: string;
  readonly id: string;
  readonly stores: Stores;
  readonly variables: Variables;
  readonly turns: readonly Turn[];
}

/** How migrations of a stack are run. */
interface Walker {
  readonly take: (walk: Walk) => Promise<Seen>;
  /** What its table of users has that others have not. */
  readonly account: Wire;
}

/** By the manifest of its projects. */
export const walkers: Readonly<Record<string, Walker>> = {
  'package.json': { take: walkNode, account: { password_hash: 'x' } },
  'pyproject.toml': { take: walkDjango, account: { password: 'x', roles: [] } },
};
