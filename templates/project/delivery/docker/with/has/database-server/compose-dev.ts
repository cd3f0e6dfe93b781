import type { Model } from '../../../../../../../generators/core/model/model.ts';
import type { Service } from '../../../../../../../generators/core/model/service.ts';
import { apart, noted, yaml } from '../../../../../../../generators/core/render/yaml.ts';
import type { YamlMap } from '../../../../../../../generators/core/render/yaml.ts';
import { serviceContainer, volumes } from '../../../service-container.ts';

const published = (service: Service): YamlMap => ({
  ...serviceContainer(service, service.testing.environment),
  ports: [`127.0.0.1:${service.port}:${service.port}`],
});

/** compose.dev.yaml: what a back end that runs on the machine of a developer talks to. */
export const composeDev = ({ spec, services }: Model): string =>
  yaml({
    name: noted(
      `${spec.name}-dev`,
      'What the back end and its tests talk to on the machine of a developer, and nobody else.',
    ),
    services: apart(
      Object.fromEntries(services.map((service) => [service.name, published(service)])),
    ),
    ...volumes(services.map(({ name }) => name)),
  });
