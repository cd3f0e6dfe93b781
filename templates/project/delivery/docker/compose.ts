import type { Release } from '../../../../generators/core/model/contribution.ts';
import type { Model } from '../../../../generators/core/model/model.ts';
import { alias, anchored, apart, noted, yaml } from '../../../../generators/core/render/yaml.ts';
import type { Yaml, YamlMap } from '../../../../generators/core/render/yaml.ts';

/** Longer than SHUTDOWN_GRACE_MS, after which the process ends by itself. */
const grace = '15s';

/** What every container of the image has, whatever it runs. */
function common({ spec, variables, image, storage }: Model): YamlMap {
  if (image === null) throw new Error('no adapter contributes an image');
  const volumes = storage.map(({ name, path }) => `${name}:${image.folder}/${path}`);
  const carried = variables
    .filter(({ local }) => local !== true)
    .map(({ name, kind }) => [name, `\${${name}:${kind === 'secret' ? '?set it in .env' : '-'}}`]);
  return {
    image: spec.name,
    build: '.',
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    tmpfs: ['/tmp'],
    ...(volumes.length === 0 ? {} : { volumes }),
    environment: noted(
      Object.fromEntries(carried),
      'From the shell or from .env; what is empty has its default.',
    ),
  };
}

/** Runs to its end, after those before it. */
const releaseService = ({ run }: Release, before: readonly Release[]): Yaml =>
  noted(
    {
      '<<': alias('app'),
      ...awaiting(before),
      command: [...run],
      healthcheck: { disable: true },
    },
    'Runs once, before each start of the app.',
  );

const awaiting = (releases: readonly Release[]): YamlMap => {
  const condition = { condition: 'service_completed_successfully' };
  const names = releases.map(({ name }) => [name, condition] as const);
  return names.length === 0 ? {} : { depends_on: Object.fromEntries(names) };
};

/** compose.yaml: the back end as production runs it, on one machine. */
export function compose(model: Model): string {
  const { spec, release, storage } = model;
  const app: YamlMap = {
    '<<': alias('app'),
    ...awaiting(release),
    ports: ['127.0.0.1:${PORT:-3000}:3000'],
    restart: 'unless-stopped',
    stop_grace_period: noted(grace, 'Longer than SHUTDOWN_GRACE_MS.'),
  };
  const before = release.map(
    (each, index) => [each.name, releaseService(each, release.slice(0, index))] as const,
  );
  const head = 'The back end as production should run it: read-only, without privileges.';
  return yaml({
    name: noted(spec.name, head),
    'x-app': anchored(common(model), 'app'),
    services: apart({ ...Object.fromEntries(before), app }),
    ...(storage.length === 0
      ? {}
      : { volumes: Object.fromEntries(storage.map(({ name }) => [name, {}])) }),
  });
}
