import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imageOf, urlOf, withPassword } from '../../../generators/core/model/service.ts';
import type { Service } from '../../../generators/core/model/service.ts';
import { importTemplateCode } from '../../../generators/core/render/templates-folder.ts';
import { versions } from '../../../templates/versions.ts';
import { repository } from '../shape/sources.ts';
import { modelWith, trial } from './trial.ts';

test('a URL names user, password, host, port and database', () => {
  expect(urlOf(trial, { host: 'h', password: 'p' })).toBe('trial://app:p@h:4711/data');
  expect(urlOf(trial, { host: 'h', password: 'p', user: 'chief' })).toBe(
    'trial://chief:p@h:4711/data',
  );
});

test('a URL without a password is one, too', () => {
  expect(urlOf(trial, { host: 'h', password: '' })).toBe('trial://app@h:4711/data');
});

test('the password is put where the environment leaves a place for it', () => {
  expect(withPassword({ A: 'a', B: null }, 'p')).toEqual({ A: 'a', B: 'p' });
});

test('a service that two adapters talk to is one service', () => {
  expect(modelWith({ services: [trial] }).services).toEqual([trial]);
});

test('a service whose place no variable tells is an error', () => {
  const lost = { ...trial, url: { ...trial.url, variable: 'KEY' } };
  expect(() => modelWith({ services: [lost] })).toThrow(
    'no adapter contributes KEY, which tells where trial is',
  );
});

const files = readdirSync(join(repository, 'templates/services'));

describe.each(files.map((file) => file.replace(/\.ts$/u, '')))('%s', async (id) => {
  const exported = (await importTemplateCode(`services/${id}`)) as Record<string, Service>;
  const service = exported[id];
  if (service === undefined) throw new Error(`templates/services/${id}.ts exports no ${id}`);

  test('is called as its file and runs an image of the versions', () => {
    expect(service.name).toBe(id);
    expect(Object.values(versions.images).map(imageOf)).toContain(imageOf(service.image));
  });

  test('keeps a password nowhere, and has a place for it wherever it runs', () => {
    for (const environment of [service.environment, service.testing.environment]) {
      const secret = Object.entries(environment).filter(([, value]) => value === null);
      expect(secret.length).toBeGreaterThan(0);
      const said = Object.entries(environment).filter(([, value]) => value !== null);
      const open = said.filter(([name]) => /PASSWORD|SECRET/u.test(name));
      expect(open.filter(([, value]) => value !== 'yes')).toEqual([]);
    }
  });

  test('is asked for its health in words that need no quotes, over the network', () => {
    expect(service.health.filter((word) => !/^[\w./=-]+$/u.test(word))).toEqual([]);
    expect(service.health).toContain('--host=127.0.0.1');
  });
});
