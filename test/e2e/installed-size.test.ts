import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sizeOnDisk } from '../../scripts/bench/size-on-disk.ts';
import { generatorOf } from './machine/project.ts';
import { world } from './machine/world.ts';

test('the package and its dependencies take at most 35 MB', () => {
  const [person] = world().people;
  if (person === undefined) throw new Error('there is nobody to play');
  expect(sizeOnDisk(join(generatorOf(person), 'node_modules'))).toBeLessThanOrEqual(35e6);
});
