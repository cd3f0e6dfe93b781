import type { Owner } from '../render/tree.ts';
import type { Spec } from '../spec/spec.ts';
import type {
  Command,
  Contribution,
  DocSection,
  Folder,
  Image,
  Layout,
  Preparation,
  Release,
  Slots,
  Storage,
  UpdateRule,
  Variable,
} from './contribution.ts';
import type { Service } from './service.ts';
import { inOrder } from './step.ts';
import type { Provision, Step } from './step.ts';

/** All contributions of one spec, added up: what the writers print. */
export interface Model {
  readonly spec: Spec;
  readonly variables: readonly Variable[];
  readonly packages: {
    readonly runtime: Readonly<Record<string, string>>;
    readonly development: Readonly<Record<string, string>>;
  };
  readonly commands: readonly Command[];
  /** In the order of the closed list. */
  readonly steps: readonly Step[];
  readonly provisions: readonly Provision[];
  readonly release: readonly Release[];
  readonly probes: readonly string[];
  readonly storage: readonly Storage[];
  readonly services: readonly Service[];
  readonly preparations: readonly Preparation[];
  /** `null` when no image is made. */
  readonly image: Image | null;
  readonly layouts: readonly Layout[];
  readonly updates: readonly UpdateRule[];
  readonly ignored: readonly string[];
  readonly folders: readonly Folder[];
  readonly docs: readonly DocSection[];
  readonly owners: ReadonlyMap<string, Owner>;
  readonly slots: Slots;
  readonly resourceSlots: Readonly<Record<string, Slots>>;
}

function pinned(
  names: readonly string[],
  versions: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    [...new Set(names)].toSorted().map((name) => {
      const version = Object.hasOwn(versions, name) ? versions[name] : undefined;
      if (version === undefined) throw new Error(`templates/versions.ts has no version of ${name}`);
      return [name, version];
    }),
  );
}

/** Each slot with all that was put into it, in order. */
function fill(all: readonly (Slots | undefined)[]): Slots {
  const filled: Record<string, object[]> = {};
  for (const slots of all) {
    for (const [name, entries] of Object.entries(slots ?? {})) {
      filled[name] = [...(filled[name] ?? []), ...entries];
    }
  }
  return filled;
}

/** Each variable behind the one that it names. */
function inPlace(variables: readonly Variable[]): readonly Variable[] {
  const placed = variables.filter(({ behind }) => behind === undefined);
  for (const variable of variables.filter(({ behind }) => behind !== undefined)) {
    const before = placed.findIndex(({ name }) => name === variable.behind);
    if (before === -1) throw new Error(`${variable.name} stands behind no ${variable.behind}`);
    placed.splice(before + 1, 0, variable);
  }
  return placed;
}

/** Each service once, however many talk to it. */
function servicesOf(contributions: readonly Contribution[], variables: readonly Variable[]) {
  const services = [
    ...new Set(contributions.flatMap((contribution) => contribution.services ?? [])),
  ];
  for (const { name, url } of services) {
    if (variables.some((variable) => variable.kind === 'store' && variable.name === url.variable)) {
      continue;
    }
    throw new Error(`no adapter contributes ${url.variable}, which tells where ${name} is`);
  }
  return services;
}

/**
 * Adds contributions up in their order; a name that two of them claim is an error.
 *
 * @param versions of every package that they may name
 */
export function addUp(
  spec: Spec,
  contributions: readonly Contribution[],
  versions: Readonly<Record<string, string>> = {},
): Model {
  const variables = inPlace(contributions.flatMap(({ variables: all }) => all ?? []));
  const commands = contributions.flatMap((contribution) => contribution.commands ?? []);
  for (const names of [variables, commands].map((list) => list.map(({ name }) => name))) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`two adapters contribute ${twice}`);
  }
  const images = contributions.flatMap(({ image }) => image ?? []);
  if (images.length > 1) throw new Error('two adapters contribute an image');
  const owners = (owner: Owner, key: 'managed' | 'seeded') =>
    contributions.flatMap((contribution) =>
      (contribution[key] ?? []).map((path) => [path, owner] as const),
    );
  const packagesOf = (use: 'runtime' | 'development') =>
    pinned(
      contributions.flatMap(({ packages }) => packages?.[use] ?? []),
      versions,
    );
  return {
    spec,
    variables,
    packages: {
      runtime: packagesOf('runtime'),
      development: packagesOf('development'),
    },
    commands,
    steps: inOrder(contributions.flatMap(({ steps }) => steps ?? [])),
    provisions: contributions.flatMap(({ provisions }) => provisions ?? []),
    release: contributions.flatMap(({ release }) => release ?? []),
    probes: contributions.flatMap(({ probes }) => probes ?? []),
    storage: contributions.flatMap(({ storage }) => storage ?? []),
    services: servicesOf(contributions, variables),
    preparations: contributions.flatMap(({ preparations }) => preparations ?? []),
    image: images[0] ?? null,
    layouts: contributions.flatMap(({ layouts }) => layouts ?? []),
    updates: contributions.flatMap(({ updates }) => updates ?? []),
    ignored: contributions.flatMap(({ ignored }) => ignored ?? []),
    folders: contributions.flatMap(({ folders }) => folders ?? []),
    docs: contributions.flatMap(({ docs }) => docs ?? []),
    slots: fill(contributions.map(({ slots }) => slots)),
    resourceSlots: Object.fromEntries(
      spec.resources.map(({ name }) => [
        name,
        fill(contributions.map(({ resourceSlots }) => resourceSlots?.[name])),
      ]),
    ),
    owners: new Map([...owners('managed', 'managed'), ...owners('seeded', 'seeded')]),
  };
}
