import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cases, filesOf } from './cases.ts';

interface Service {
  readonly image?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: object;
}

describe.each(cases.filter(({ spec }) => spec.delivery === 'docker'))('$title', async (each) => {
  const { files, cast } = await filesOf(each.spec);
  const { variables, release, storage, services: servers, image } = cast.model;
  const text = files.get('compose.yaml') ?? '';
  const { services, volumes = {} } = parse(text, { merge: true }) as Compose;
  const ours = ['app', ...release.map(({ name }) => name)].map((name) => services[name] ?? {});

  test('gives every variable that has no default from outside, and refuses to start without', () => {
    const secrets = variables.filter(({ kind }) => kind === 'secret').map(({ name }) => name);
    for (const { environment = {} } of ours) {
      for (const name of secrets)
        expect(environment[name]).toMatch(RegExp(`^\\$\\{${name}:\\?.+\\}$`));
    }
    for (const { name, url, password } of servers) {
      const address = RegExp(`://[a-z]+:\\$\\{${password}:\\?[^}]+\\}@${name}:\\d+/[a-z]+$`);
      for (const { environment = {} } of ours) expect(environment[url.variable]).toMatch(address);
    }
    const urls = new Set(servers.map(({ url }) => url.variable));
    const given = ours
      .flatMap(({ environment = {} }) => Object.entries(environment))
      .filter(([name]) => !urls.has(name));
    expect(given.filter(([, value]) => !value.startsWith('${'))).toEqual([]);
  });

  test('runs the image without privileges, on a file system that is read-only', () => {
    for (const service of ours) {
      expect(service).toMatchObject({
        image: each.spec.name,
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
  });

  test('is reached from this machine alone, and by one port', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports).toEqual(['127.0.0.1:${PORT:-3000}:3000']);
  });

  test('migrates before it starts', () => {
    for (const { name } of release) {
      expect(services['app']?.depends_on?.[name]).toEqual({
        condition: 'service_completed_successfully',
      });
    }
  });

  test('keeps what is stored in volumes that it declares', () => {
    const mounted = storage.map(({ name, path }) => `${name}:${image?.folder}/${path}`);
    for (const service of ours) expect(service.volumes ?? []).toEqual(mounted);
    expect(Object.keys(volumes)).toEqual([...storage, ...servers].map(({ name }) => name));
  });
});
