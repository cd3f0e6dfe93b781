import { check } from 'prettier';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compose } from '../../../templates/project/delivery/docker/compose.ts';
import { composeDev } from '../../../templates/project/delivery/docker/with/has/database-server/compose-dev.ts';
import { contained, modelWith } from './trial.ts';

const image = `trialdb:1.2.3@sha256:${'a'.repeat(64)}`;
const password = '${TRIAL_PASSWORD:?set it in .env}';

interface Container {
  readonly image?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck: object;
  readonly depends_on?: object;
}
interface Compose {
  readonly name: string;
  readonly services: Readonly<Record<string, Container>>;
  readonly volumes: object;
}

const read = (text: string) => parse(text, { merge: true }) as Compose;
const model = modelWith(contained, { storage: [{ name: 'files', path: 'files' }] });
const written = { 'compose.yaml': compose(model), 'compose.dev.yaml': composeDev(model) };

test.each(Object.entries(written))('%s is what prettier would make of it', async (file, text) => {
  expect(await check(text, { filepath: file, singleQuote: true })).toBe(true);
});

test.each(Object.entries(written))('%s tells when the service is ready', (_, text) => {
  const { trial } = read(text).services;
  expect(trial?.image).toBe(image);
  expect(trial?.healthcheck).toMatchObject({
    test: ['CMD', 'trialctl', 'ping', '--host=127.0.0.1'],
  });
});

test.each(Object.entries(written))('%s keeps what the service holds in a volume', (_, text) => {
  const { services, volumes } = read(text);
  expect(services['trial']?.volumes).toEqual(['trial:/var/lib/trial']);
  expect(volumes).toHaveProperty('trial');
});

describe('compose.yaml', () => {
  const { services, volumes } = read(written['compose.yaml']);

  test('has the service, its password from outside and no port of it', () => {
    expect(services['trial']?.environment).toEqual({
      TRIAL_NAME: 'app',
      TRIAL_PASSWORD: password,
      TRIAL_MODE: 'strict',
    });
    expect(services['trial']).not.toHaveProperty('ports');
  });

  test('tells everything that runs of the image where the service is', () => {
    const url = `trial://app:${password}@trial:4711/data`;
    for (const name of ['first', 'second', 'app']) {
      expect(services[name]?.environment['TRIAL_URL'], name).toBe(url);
    }
  });

  test('starts each of them only when what it needs is there', () => {
    const healthy = { trial: { condition: 'service_healthy' } };
    const ended = { condition: 'service_completed_successfully' };
    expect(services['first']?.depends_on).toEqual(healthy);
    expect(services['second']?.depends_on).toEqual({ ...healthy, first: ended });
    expect(services['app']?.depends_on).toEqual({ ...healthy, first: ended, second: ended });
  });

  test('keeps the volumes of the back end beside that of the service', () => {
    expect(Object.keys(volumes)).toEqual(['files', 'trial']);
  });
});

describe('compose.dev.yaml', () => {
  const { name, services } = read(written['compose.dev.yaml']);

  test('has the service and nothing else, apart from what compose.yaml starts', () => {
    expect(Object.keys(services)).toEqual(['trial']);
    expect(name).not.toBe(read(written['compose.yaml']).name);
  });

  test('lets this machine alone reach it', () => {
    expect(services['trial']?.ports).toEqual(['127.0.0.1:4711:4711']);
  });

  test('has a user who may do what tests do', () => {
    expect(services['trial']?.environment).toEqual({
      TRIAL_NAME: 'app',
      TRIAL_PASSWORD: password,
      TRIAL_CHIEF_PASSWORD: password,
    });
  });
});
