import type { Model } from '../../../../generators/core/model/model.ts';
import { alias, anchored, apart, noted, yaml } from '../../../../generators/core/render/yaml.ts';
import type { Yaml, YamlMap } from '../../../../generators/core/render/yaml.ts';

/** Longer than SHUTDOWN_GRACE_MS, after which the process ends by itself. */
const grace = '15s';

/** What every container of the image has, whatever it runs. */
function common({ variables, image, storage }: Model): YamlMap {
  const volumes = storage.map(({ name, path }) => `${name}:${image?.folder ?? ''}/${path}`);
  const carried = variables.filter(({ local }) => local !== true);
  return {
    build: '.',
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    tmpfs: ['/tmp'],
    ...(volumes.length === 0 ? {} : { volumes }),
    environment: noted(
      Object.fromEntries(carried.map(({ name }) => [name, `\${${name}:-}`])),
      'From the shell or from .env; what is empty has its default.',
    ),
  };
}

/** compose.yaml: the back end as production runs it, on one machine. */
export function compose(model: Model): string {
  const { spec, release, storage } = model;
  const [migration] = release;
  const migrate: YamlMap = {
    '<<': alias('app'),
    command: [...(migration ?? [])],
    healthcheck: { disable: true },
  };
  const app: YamlMap = {
    '<<': alias('app'),
    ...(migration === undefined
      ? {}
      : { depends_on: { migrate: { condition: 'service_completed_successfully' } } }),
    ports: ['127.0.0.1:${PORT:-3000}:3000'],
    restart: 'unless-stopped',
    stop_grace_period: noted(grace, 'Longer than SHUTDOWN_GRACE_MS.'),
  };
  const services: Record<string, Yaml> = {
    ...(migration === undefined
      ? {}
      : { migrate: noted(migrate, 'Runs once, before each start of the app.') }),
    app,
  };
  const head = 'The back end as production should run it: read-only, without privileges.';
  return yaml({
    name: noted(spec.name, head),
    'x-app': anchored(common(model), 'app'),
    services: apart(services),
    ...(storage.length === 0
      ? {}
      : { volumes: Object.fromEntries(storage.map(({ name }) => [name, {}])) }),
  });
}
