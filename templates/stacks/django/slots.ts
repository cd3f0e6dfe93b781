import type { Model } from '../../../generators/core/model/model.ts';

/** A class, and the module that has it. */
interface Class {
  readonly name: string;
  readonly from: string;
}

/** What adapters may add to files of a Django project that are written once. */
export interface ProjectSlots {
  /** `common/problems.py` and `docs/problems.md`: statuses from 401 to 403. */
  readonly problems: readonly {
    readonly kind: string;
    readonly status: number;
    readonly title: string;
    readonly remedy: string;
  }[];
  /** `config/settings.py`: settings of Django, and where their values come from. */
  readonly settings: readonly {
    readonly name: string;
    readonly value: string;
    readonly imports: string | null;
  }[];
  /** `config/settings.py`: arguments of `url.settings_of`, beside the URL. */
  readonly databaseSettings: readonly { readonly name: string }[];
  /** `config/settings.py`: how requests show who sends them, and what decides whether they may. */
  readonly security: readonly {
    readonly scheme: string;
    readonly authentication: string;
    readonly permission: string;
    readonly errors: string;
  }[];
  /** `tests/settings.py`: variables as tests set them, expressions. */
  readonly testEnvironment: readonly {
    readonly name: string;
    readonly value: string;
    readonly imports: string | null;
  }[];
  /** `tests/support/database_server.py`: modules that start a server where none is named. */
  readonly testServers: readonly { readonly module: string }[];
  /** `Dockerfile`: packages of Debian that packages of Python are built with, and that they run with. */
  readonly systemPackages: readonly { readonly build: string; readonly run: string }[];
  /** `tests/conftest.py`: who sends the requests of tests. */
  readonly callers: readonly {
    readonly name: string;
    readonly parameters: string;
    readonly type: string;
    readonly value: string;
    readonly imports: string | null;
    readonly ownImports: string | null;
  }[];
}

/** What adapters may add to the files of a resource; of classes the last one takes the place of others. */
export interface ResourceSlots {
  readonly models: readonly Class[];
  readonly serializers: readonly Class[];
  readonly viewSets: readonly Class[];
  /** Columns that are no fields, as migrations declare what the model inherits. */
  readonly columns: readonly {
    readonly name: string;
    readonly definition: string;
    /** The app whose rows it refers to. */
    readonly table: string;
    /** The end of the name of the index that begins with it. */
    readonly index: string;
    /** What to know of rows that are there before it is. */
    readonly note: string;
  }[];
  /** Classes of tests of who may do what. */
  readonly suites: readonly Class[];
  /** The properties of references that these tests are about. */
  readonly owned: readonly { readonly property: string }[];
}

const noProject: ProjectSlots = {
  problems: [],
  settings: [],
  databaseSettings: [],
  security: [],
  testEnvironment: [],
  testServers: [],
  systemPackages: [],
  callers: [],
};

const noResource: ResourceSlots = {
  models: [],
  serializers: [],
  viewSets: [],
  columns: [],
  suites: [],
  owned: [],
};

// Adapters of this stack fill slots by these types; a misspelt one would be of no type here.
export const projectSlots = ({ slots }: Model): ProjectSlots => ({
  ...noProject,
  ...(slots as Partial<ProjectSlots>),
});

export const resourceSlots = ({ resourceSlots: all }: Model, resource: string): ResourceSlots => ({
  ...noResource,
  ...(all[resource] as Partial<ResourceSlots> | undefined),
});
