import { imageOf, withPassword } from '../../../../generators/core/model/service.ts';
import type { Service, ServiceEnvironment } from '../../../../generators/core/model/service.ts';
import type { Yaml, YamlMap } from '../../../../generators/core/render/yaml.ts';

/** A variable that `.env` or the shell must hold, as compose files write it. */
export const required = (name: string): string => `\${${name}:?set it in .env}`;

/** What a container of a service is made of, wherever it runs. */
export const serviceContainer = (service: Service, environment: ServiceEnvironment): YamlMap => ({
  image: imageOf(service.image),
  environment: { ...withPassword(environment, required(service.password)) },
  volumes: [`${service.name}:${service.data}`],
  security_opt: ['no-new-privileges:true'],
  healthcheck: {
    test: ['CMD', ...service.health],
    interval: '5s',
    timeout: '5s',
    retries: 5,
    start_period: '120s',
  },
});

/** Named volumes, which the engine makes. */
export const volumes = (names: readonly string[]): Readonly<Record<string, Yaml>> =>
  names.length === 0 ? {} : { volumes: Object.fromEntries(names.map((name) => [name, {}])) };
