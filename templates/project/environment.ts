import type { Variable } from '../../generators/core/model/contribution.ts';
import type { Model } from '../../generators/core/model/model.ts';
import { urlOf } from '../../generators/core/model/service.ts';
import type { Service } from '../../generators/core/model/service.ts';

const block = (name: string, comment: string, value: string): string =>
  `# ${comment}.\n${name}=${value}\n`;

const about = ({ url, name }: Service): string =>
  `Password of ${url.user} at ${name}: letters, digits, - and _, for it stands in ${url.variable}, too`;

/**
 * `.env` of a developer's machine; not in the tree, since secrets stand in it. A service has its
 * password there where containers are made of it; elsewhere it is somebody else's.
 */
export function environment(model: Model, makeSecret: () => string): string {
  const { variables, services, image } = model;
  const own = image === null ? [] : services;
  const passwords = new Map(own.map((service) => [service, makeSecret()]));
  const valueOf = ({ name, kind, ...variable }: Variable): string => {
    if (kind === 'secret') return makeSecret();
    const service = services.find(({ url }) => url.variable === name);
    if (service !== undefined) {
      return urlOf(service, { host: '127.0.0.1', password: passwords.get(service) ?? '' });
    }
    return variable.development ?? variable.default ?? '';
  };
  return [
    ...variables.map((variable) => block(variable.name, variable.comment, valueOf(variable))),
    ...own.map((service) => block(service.password, about(service), passwords.get(service) ?? '')),
  ].join('\n');
}

/** `.env.example`, from which a colleague makes an `.env`: all of it but the secrets. */
export const environmentExample = (model: Model): string => environment(model, () => '');
