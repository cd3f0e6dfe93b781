import type { Release } from '../../../../generators/core/model/contribution.ts';
import type { Model } from '../../../../generators/core/model/model.ts';
import { urlOf } from '../../../../generators/core/model/service.ts';
import type { Service } from '../../../../generators/core/model/service.ts';
import { alias, anchored, apart, noted, yaml } from '../../../../generators/core/render/yaml.ts';
import type { Yaml, YamlMap } from '../../../../generators/core/render/yaml.ts';
import { required, serviceContainer, volumes } from './service-container.ts';

/** Longer than SHUTDOWN_GRACE_MS, after which the process ends by itself. */
const grace = '15s';

/** What the containers of the image see of the environment, and where they find services. */
function environment({ variables, services }: Model): YamlMap {
  const carried = variables
    .filter(({ local }) => local !== true)
    .map(({ name, kind }) => [name, kind === 'secret' ? required(name) : `\${${name}:-}`] as const);
  const urls = services.map((service) => {
    const at = { host: service.name, password: required(service.password) };
    return [service.url.variable, urlOf(service, at)] as const;
  });
  return Object.fromEntries([...carried, ...urls]);
}

/** What every container of the image has, whatever it runs. */
function common(model: Model): YamlMap {
  const { spec, image, storage } = model;
  if (image === null) throw new Error('no adapter contributes an image');
  const mounts = storage.map(({ name, path }) => `${name}:${image.folder}/${path}`);
  return {
    image: spec.name,
    build: '.',
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    tmpfs: ['/tmp'],
    ...(mounts.length === 0 ? {} : { volumes: mounts }),
    environment: noted(
      environment(model),
      'From the shell or from .env; what is empty has its default.',
    ),
  };
}

const until = (condition: string, all: readonly { readonly name: string }[]): YamlMap =>
  Object.fromEntries(all.map(({ name }) => [name, { condition }]));

/** Waits for services that take connections, and for releases that have ended. */
function awaiting(services: readonly Service[], releases: readonly Release[]): YamlMap {
  const conditions = {
    ...until('service_healthy', services),
    ...until('service_completed_successfully', releases),
  };
  return Object.keys(conditions).length === 0 ? {} : { depends_on: conditions };
}

/** Runs to its end, after those before it. */
const releaseService = ({ run }: Release, before: YamlMap): Yaml =>
  noted(
    {
      '<<': alias('app'),
      ...before,
      command: [...run],
      healthcheck: { disable: true },
    },
    'Runs once, before each start of the app.',
  );

/** For other containers only: no port of it is published. */
const ownService = (service: Service): YamlMap => ({
  ...serviceContainer(service, service.environment),
  restart: 'unless-stopped',
});

/** compose.yaml: the back end as production runs it, on one machine. */
export function compose(model: Model): string {
  const { spec, release, storage, services } = model;
  const app: YamlMap = {
    '<<': alias('app'),
    ...awaiting(services, release),
    ports: ['127.0.0.1:${PORT:-3000}:3000'],
    restart: 'unless-stopped',
    stop_grace_period: noted(grace, 'Longer than SHUTDOWN_GRACE_MS.'),
  };
  const before = release.map(
    (each, index) =>
      [each.name, releaseService(each, awaiting(services, release.slice(0, index)))] as const,
  );
  const head = 'The back end as production should run it: read-only, without privileges.';
  return yaml({
    name: noted(spec.name, head),
    'x-app': anchored(common(model), 'app'),
    services: apart({
      ...Object.fromEntries(services.map((service) => [service.name, ownService(service)])),
      ...Object.fromEntries(before),
      app,
    }),
    ...volumes([...storage, ...services].map(({ name }) => name)),
  });
}
