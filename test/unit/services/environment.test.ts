import { expect, test } from 'vitest';
import { environment, environmentExample } from '../../../templates/project/environment.ts';
import { readme } from '../../../templates/project/readme.ts';
import { contained, modelWith } from './trial.ts';

const valuesIn = (text: string) => [...text.matchAll(/^[A-Z_]+=.*$/gmu)].map(([line]) => line);

test('.env has one password of the service, by itself and in the URL', () => {
  let made = 0;
  const text = environment(modelWith(contained), () => `made${(made += 1)}`);
  expect(valuesIn(text)).toEqual([
    'TRIAL_URL=trial://app:made1@127.0.0.1:4711/data',
    'KEY=made2',
    'TRIAL_PASSWORD=made1',
  ]);
});

test('.env.example has no password', () => {
  expect(valuesIn(environmentExample(modelWith(contained)))).toEqual([
    'TRIAL_URL=trial://app@127.0.0.1:4711/data',
    'KEY=',
    'TRIAL_PASSWORD=',
  ]);
});

test('without containers the server is somebody’s, and so is its password', () => {
  expect(valuesIn(environment(modelWith(), () => 'made'))).toEqual([
    'TRIAL_URL=trial://app@127.0.0.1:4711/data',
    'KEY=made',
  ]);
});

test('the README says that the URL must be given', () => {
  expect(readme(modelWith(contained))).toMatch(/\| `TRIAL_URL` +\| none: required +\|/u);
});
