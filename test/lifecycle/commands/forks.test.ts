import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settled } from './say.ts';
import { author, projectWith, tell } from './shop.ts';

const folder = 'apps/authors/migrations';
const sentence = `${folder} has 2 last migrations, 0002_add_born_to_authors.py and 0002_ours.py: make merge-migrations writes the one that joins them.`;

test('two last migrations of one app are told of, and nothing follows them', async () => {
  const root = await projectWith([author], undefined, { stack: 'django' });
  await tell(root, ['field', 'author', 'born:date:optional']);
  cpSync(join(root, folder, '0002_add_born_to_authors.py'), join(root, folder, '0002_ours.py'));
  const before = settled(root);

  const { code, told } = await tell(root, ['field', 'author', 'died:date:optional']);
  expect({ code, error: told['error'] }).toEqual({ code: 1, error: sentence });
  expect(settled(root)).toEqual(before);

  const { told: applied } = await tell(root, ['apply']);
  expect(applied.warnings).toEqual([sentence]);
  const { told: other } = await tell(root, ['resource', 'shelf', 'title:string']);
  expect(other.warnings).toEqual([sentence]);

  writeFileSync(join(root, folder, '0003_further.py'), 'dependencies = [("authors", "0002_ours")]');
  const { told: further } = await tell(root, ['apply']);
  expect(further.warnings).toEqual([sentence.replace('0002_ours', '0003_further')]);

  const both = ['0002_add_born_to_authors', '0003_further'];
  const follows = both.map((name) => `('authors', '${name}')`).join(', ');
  writeFileSync(join(root, folder, '0004_merge.py'), `dependencies = [${follows}]`);
  const { told: joined } = await tell(root, ['field', 'author', 'died:date:optional']);
  expect({ error: joined['error'], warnings: joined.warnings }).toEqual({ warnings: [] });
});
