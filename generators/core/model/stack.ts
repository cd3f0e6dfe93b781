import type { Names } from '../spec/names.ts';
import type { Resource } from '../spec/field.ts';
import type { MigrationPlace } from './migration-place.ts';
import type { Model } from './model.ts';
import type { Table } from './table.ts';

/** What templates read: plain data, so that a misspelt key can be an error. */
export type View = { readonly [key: string]: unknown };

/** The program that the generated project runs on, and how to ask a machine for it. */
export interface Runtime {
  readonly label: string;
  readonly command: string;
  /** The oldest version that the project accepts, `24.16.0`. */
  readonly minimum: string;
  /** What a machine that lacks it is told. */
  readonly remedy:
    | {
        /** Put before a command, it brings the runtime along. */
        readonly borrow: string;
      }
    | {
        /** Installs the runtime, for this command and all others. */
        readonly fetch: string;
      };
}

/** What `stack.ts` exports beside what any adapter does: one framework, or the base that several share. */
export interface Stack {
  /** The stack that this one builds on: its folders take part too, before this one's. */
  readonly base?: string;
  /** The versions of the packages that its adapters may name, from `templates/versions.ts`. */
  readonly packages?: Readonly<Record<string, string>>;
  /** What project templates read as `it.stack`. */
  readonly projectView?: (model: Model) => View;
  /** What resource templates read as `it.resource`, beside the names. */
  readonly resourceView?: (resource: Resource, names: Names, model: Model) => View;
  /** What keeps the rows of a resource, where a schema has to be told of it. */
  readonly tableOf?: (resource: Resource, names: Names, model: Model) => Table;
  readonly migrations?: MigrationPlace;
  /** Line width of the project's own formatter. */
  readonly lineWidth?: number;
  readonly runtime?: Runtime;
  /** Commands as argument lists, run without a shell. */
  readonly install?: readonly [string, ...string[]];
  /** The file that names the packages: once it changes, they are installed again. */
  readonly manifest?: string;
  /** The folder that installing makes. */
  readonly installed?: string;
  readonly verify?: readonly [string, ...string[]];
  /** What to type first in the new project, in order. */
  readonly next?: readonly string[];
}
