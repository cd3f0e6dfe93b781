import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import { specInput } from '../unit/spec/spec-input.ts';
import { filesOf } from './cases.ts';
import { resourceSets } from './resource-sets.ts';

const fileOf = async (database: string, path: string): Promise<string> => {
  const { files } = await filesOf(parseSpec(specInput({ stack: 'django', database })));
  return files.get(path) ?? '';
};

const stagesOf = (dockerfile: string): readonly string[] => dockerfile.split(/^FROM /mu).slice(1);

test('what a driver is compiled with stays out of the image, what it runs with is in it', async () => {
  const [, dependencies = '', last = ''] = stagesOf(await fileOf('mysql', 'Dockerfile'));
  expect(dependencies).toContain('build-essential default-libmysqlclient-dev pkg-config\n');
  expect(dependencies.indexOf('build-essential')).toBeLessThan(dependencies.indexOf('uv sync'));
  expect(last).not.toContain('build-essential');
  expect(last).toContain('libmariadb3');
});

test('an image has a folder for data only where the database is a file in it', async () => {
  expect(await fileOf('sqlite', 'Dockerfile')).toContain('VOLUME /app/data\n');
  for (const database of ['postgresql', 'mysql']) {
    expect(await fileOf(database, 'Dockerfile')).not.toMatch(/VOLUME|\bdata\b/u);
  }
});

test.each(['checks', 'test', 'smoke'])(
  'make %s, which asks the database of the tests, is told where it is',
  async (target) => {
    const workflow = parse(await fileOf('postgresql', '.github/workflows/ci.yml')) as {
      readonly jobs: Record<string, { readonly steps: readonly { run?: string; env?: object }[] }>;
    };
    const step = workflow.jobs[target]?.steps.find(({ run }) => run === `make ${target}`);
    expect(step?.env).toHaveProperty('TEST_DATABASE_URL');
  },
);

test('what migrations import is there when all that they made is gone', async () => {
  const everything = { ...resourceSets.get('every-type.json'), auth: 'jwt' };
  const { files } = await filesOf(parseSpec(specInput({ ...everything, stack: 'django' })));
  const least = specInput({ stack: 'django', auth: 'none', resources: [] });
  const left = (await filesOf(parseSpec(least))).files;
  const imported = [...files]
    .filter(([path]) => path.includes('/migrations/'))
    .flatMap(([, text]) => [...text.matchAll(/^import (common\.\w+)$/gmu)])
    .map(([, module = '']) => `${module.replaceAll('.', '/')}.py`);
  expect(imported).toContain('common/clock.py');
  expect(imported.filter((path) => !left.has(path))).toEqual([]);
});
