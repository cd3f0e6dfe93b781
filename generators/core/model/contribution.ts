import type { Model } from './model.ts';
import type { Service } from './service.ts';
import type { Provision, Step } from './step.ts';

/** How the value of an environment variable is checked, in words that every language can keep. */
export type VariableKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'port' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly of: 'origin' | 'address' }
  | { readonly kind: 'file' }
  /** The URL of a server; what is none, the adapter of that server knows. */
  | { readonly kind: 'store' }
  /** Has no default; whoever writes `.env` makes a random one. */
  | { readonly kind: 'secret' };

/** An environment variable that the back end reads. */
export type Variable = VariableKind & {
  readonly name: string;
  /** What holds when it is not set; `null` when nothing does. */
  readonly default: string | null;
  /** What `.env` sets it to on the developer's machine, where that differs from the default. */
  readonly development: string | null;
  /** One line for `.env.example` and the README. */
  readonly comment: string;
  /** It speaks of the place where the process runs: a container has its own value for it. */
  readonly local?: true;
  /** Its value is how many connections to the database one process keeps at most. */
  readonly connections?: true;
  /** The variable behind which it stands; without one it stands behind those of adapters before. */
  readonly behind?: string;
};

/** A command of the generated project. */
export interface Command {
  readonly name: string;
  /** As its developers type it: `npm run dev`. */
  readonly run: string;
  /** What the manifest holds for it, where the language has such a place. */
  readonly script: string;
  /** For the README; `null` leaves it out of the table. */
  readonly does: string | null;
}

/** A folder for the map in the README. */
export interface Folder {
  readonly path: string;
  readonly holds: string;
}

/** How editors lay out some files, where it is not how they lay out all. */
export interface Layout {
  /** As `.editorconfig` wants them: `*.go`. */
  readonly files: string;
  /** Columns, or one tab. */
  readonly indent: number | 'tab';
}

/** What a bot that raises versions is told of some packages, in the words of Renovate. */
export type UpdateRule = Readonly<Record<string, string | boolean | readonly string[]>>;

/** A section of the README, Markdown below a heading of the second level. */
export interface DocSection {
  readonly title: string;
  /** Where it stands: before the tables, or behind them in this order. */
  readonly part?: 'running' | 'contributing';
  readonly body: string | ((model: Model) => string);
}

/**
 * What an adapter adds to source files that it does not own, by slot: lists of plain data, whose
 * templates loop over them. Each stack types its own slots; docs/architecture.md lists them.
 */
export type Slots = Readonly<Record<string, readonly object[]>>;

/** A folder that the running back end writes to and that must outlive it. */
export interface Storage {
  /** Names the volume: one word. */
  readonly name: string;
  /** Relative to the working directory. */
  readonly path: string;
}

/** What runs once, to its end, before a new version of the built back end starts. */
export interface Release {
  /** One word: `migrate`. */
  readonly name: string;
  /** An argument list, in the working directory of the back end. */
  readonly run: readonly [string, ...string[]];
}

/** What must run on a developer's machine before the back end does: an argument list. */
export type Preparation = readonly [string, ...string[]];

/** What an image of the back end is made from. */
export interface Image {
  /** Everything that the build may see; the rest, secrets first, stays outside. */
  readonly context: readonly string[];
  /** What tools leave behind in there, and the build does not see. */
  readonly litter?: readonly string[];
  /** Working directory in the image. */
  readonly folder: string;
}

/** What an adapter adds to files that it does not own. */
export interface Contribution {
  readonly variables?: readonly Variable[];
  /** Names of packages; their versions stand in `templates/versions.ts`. */
  readonly packages?: {
    readonly runtime?: readonly string[];
    readonly development?: readonly string[];
  };
  readonly commands?: readonly Command[];
  readonly steps?: readonly Step[];
  readonly provisions?: readonly Provision[];
  readonly release?: readonly Release[];
  /** Paths that answer 200 as soon as the back end is up, to everybody. */
  readonly probes?: readonly string[];
  readonly storage?: readonly Storage[];
  /** Servers that the back end talks to. */
  readonly services?: readonly Service[];
  readonly preparations?: readonly Preparation[];
  readonly image?: Image;
  readonly layouts?: readonly Layout[];
  readonly updates?: readonly UpdateRule[];
  /** Lines of `.gitignore`. */
  readonly ignored?: readonly string[];
  readonly folders?: readonly Folder[];
  readonly docs?: readonly DocSection[];
  /** Paths that are not `shared`. */
  readonly managed?: readonly string[];
  readonly seeded?: readonly string[];
  /** For files that are written once. */
  readonly slots?: Slots;
  /** For the files of each resource, by its name. */
  readonly resourceSlots?: Readonly<Record<string, Slots>>;
}
