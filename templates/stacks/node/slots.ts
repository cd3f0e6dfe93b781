import type { Model } from '../../../generators/core/model/model.ts';

/** What adapters may add to files of a Node project that are written once. */
export interface ProjectSlots {
  /** `src/app.ts`: what a request meets once it is known that there is a route for it. */
  readonly plugins: readonly {
    readonly name: string;
    readonly from: string;
    readonly options: string;
  }[];
  /** `src/lib/problem.ts` and `docs/problems.md`: statuses from 401 to 403. */
  readonly problems: readonly {
    readonly kind: string;
    readonly status: number;
    readonly remedy: string;
  }[];
  /** `src/lib/logger.ts`: options of the logger. */
  readonly logging: readonly { readonly imports: string; readonly option: string }[];
  /** `src/lib/openapi.ts` and its plug-in: the module with `securitySchemes`. */
  readonly security: readonly { readonly from: string }[];
  /**
   * Variables without which nothing starts, as the tests set them: `test/support/<name>.ts` exports
   * an object of that name.
   */
  readonly required: readonly { readonly name: string; readonly variables: readonly string[] }[];
  /** `vitest.config.ts`: modules that run before the first test and after the last one. */
  readonly aroundTests: readonly { readonly module: string }[];
  /**
   * `test/support/test-server.ts`: functions that start a server for the tests, if they can, where the
   * environment names none.
   */
  readonly testServers: readonly { readonly name: string; readonly from: string }[];
  /** `src/data/migrate.ts`: what holds in place of the configuration while the command runs. */
  readonly migrating: readonly { readonly setting: string }[];
  /** `src/data/removal.ts`: functions of a referrer that say which of its rows go or change. */
  readonly removal: readonly {
    readonly name: string;
    readonly type: string;
    readonly from: string;
  }[];
  /** `test/support/app.ts`: functions that make the tested application of the application. */
  readonly testedApp: readonly { readonly name: string; readonly from: string }[];
}

/** What adapters may add to the files of a resource. */
export interface ResourceSlots {
  /** What can be granted to users. */
  readonly permissions: readonly { readonly name: string }[];
  /** Columns that are no fields: written when a row is created, shown to nobody. */
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly stored: string;
    /** The table whose rows it refers to. */
    readonly table: string;
    /** What is written there. */
    readonly value: string;
    /** What to know of rows that are there before it is. */
    readonly note: string;
  }[];
  /** What a repository is made for, beside the database, and where its routes have it from. */
  readonly parameters: readonly {
    readonly name: string;
    readonly type: string;
    readonly from: string;
    readonly argument: string;
  }[];
  /** What every query of the repository asks for. */
  readonly conditions: readonly {
    readonly name: string;
    readonly condition: string;
    readonly from: string;
    readonly maker: string;
  }[];
  /** What routes that only read, or also write, tell about themselves. */
  readonly readGuards: readonly { readonly text: string }[];
  readonly writeGuards: readonly { readonly text: string }[];
  /** What those who refer to the resource tell about it. */
  readonly targetGuards: readonly { readonly text: string }[];
  /** What it tells about its references to those who delete what they refer to. */
  readonly referrerGuards: readonly { readonly text: string }[];
  /** Functions of the caller that say what may go or change along with a row. */
  readonly reaches: readonly { readonly name: string; readonly from: string }[];
  /** Functions over all references that a body names, called before it is written. */
  readonly checks: readonly { readonly name: string; readonly from: string }[];
  /** Tests of who may do what. */
  readonly suites: readonly {
    readonly file: string;
    readonly name: string;
    readonly arguments: string;
    readonly imports: readonly string[];
  }[];
}

const noProject: ProjectSlots = {
  plugins: [],
  problems: [],
  logging: [],
  security: [],
  required: [],
  aroundTests: [],
  testServers: [],
  migrating: [],
  removal: [],
  testedApp: [],
};

const noResource: ResourceSlots = {
  permissions: [],
  columns: [],
  parameters: [],
  conditions: [],
  readGuards: [],
  writeGuards: [],
  targetGuards: [],
  referrerGuards: [],
  reaches: [],
  checks: [],
  suites: [],
};

// Adapters of these stacks fill slots by these types; a misspelt one would be of no type here.
export const projectSlots = ({ slots }: Model): ProjectSlots => ({
  ...noProject,
  ...(slots as Partial<ProjectSlots>),
});

export const resourceSlots = ({ resourceSlots: all }: Model, resource: string): ResourceSlots => ({
  ...noResource,
  ...(all[resource] as Partial<ResourceSlots> | undefined),
});
