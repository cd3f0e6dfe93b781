import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../../unit/apply/files.ts';
import { groundwork } from '../cli.ts';
import { commit, git } from '../git-repository.ts';
import { settled } from './say.ts';
import { author, projectWith, tell } from './shop.ts';

/** The files of the project that hold markers. */
const holding = (root: string): readonly string[] =>
  Object.entries(snapshot(root)).flatMap(([path, text]) =>
    /^(?:<{7} yours|>{7} generated)$/mu.test(text) ? [path] : [],
  );

describe('conflicts', () => {
  const service = 'src/modules/authors/authors.schema.ts';

  async function contested(): Promise<string> {
    const root = await projectWith([author]);
    const text = readFileSync(join(root, service), 'utf8');
    writeFileSync(join(root, service), text.replaceAll('name', 'label'));
    return root;
  }

  const field = ['field', 'author', 'born:date:optional', '--no-install', '--force'];

  test('are listed, exit code 3, and nothing is written', async () => {
    const root = await contested();
    const before = snapshot(root);
    const { code, told } = await tell(root, field);
    expect({ code, ok: told.ok }).toEqual({ code: 3, ok: false });
    expect(told['faults']).toMatchObject([{ path: service }]);
    expect(snapshot(root)).toEqual(before);
  });

  const resolve = (root: string): void => {
    const text = readFileSync(join(root, service), 'utf8');
    writeFileSync(join(root, service), text.replaceAll(/^(?:<{7} |={7}$|>{7} ).*\n/gmu, ''));
  };

  test('are written with markers, and then stop other commands until they are resolved', async () => {
    const root = await contested();
    const { code, told } = await tell(root, [...field, '--conflict=markers']);
    expect({ code, conflicts: told['conflicts'] }).toEqual({ code: 3, conflicts: [service] });
    expect(holding(root)).toEqual([service]);
    const before = snapshot(root);
    for (const words of [
      field,
      ['apply'],
      ['check'],
      ['upgrade'],
      ['set', 'auth=jwt'],
      ['resource', 'book', 'title:string'],
      ['remove', 'resource', 'author', '--allow-data-loss'],
      ['field', 'author', 'x:date', '--dry-run'],
    ]) {
      const next = await groundwork([...words, '--json'], { cwd: root });
      expect(next.code, words.join(' ')).toBe(3);
      expect(next.stdout).toContain(service);
    }
    expect(snapshot(root)).toEqual(before);
    resolve(root);
    const resolved = settled(root);
    expect((await tell(root, field)).code).toBe(0);
    const { '.groundwork/pending.json': _, ...rest } = resolved;
    expect(settled(root)).toEqual(rest);
    expect((await groundwork(field, { cwd: root })).stdout).toBe(`${root}: nothing to do.\n`);
    expect(await groundwork(['check'], { cwd: root })).toMatchObject({ code: 0 });
  });

  test('keep yours where that is said', async () => {
    const root = await contested();
    const { code } = await tell(root, [...field, '--conflict=ours']);
    expect(code).toBe(0);
    expect(readFileSync(join(root, service), 'utf8')).toContain('label');
  });
});

describe('edits', () => {
  const path = 'src/modules/authors/authors.schema.ts';
  const field = ['field', 'author', 'born:date:optional', '--no-install'];

  async function edited(): Promise<string> {
    const root = await projectWith([author]);
    writeFileSync(join(root, path), `// ours\n${readFileSync(join(root, path), 'utf8')}`);
    return root;
  }

  test('that git could not give back are not written over', async () => {
    const root = await edited();
    const refused = await tell(root, field);
    expect(refused.code).toBe(1);
    expect(refused.told['faults']).toMatchObject([{ path }]);
    git(root, 'init', '--quiet');
    commit(root);
    expect((await tell(root, field)).code).toBe(0);
    expect(readFileSync(join(root, path), 'utf8')).toMatch(/^\/\/ ours\n/u);
  });

  test('that are committed let one command follow the other', async () => {
    const root = await edited();
    git(root, 'init', '--quiet');
    commit(root);
    expect((await tell(root, field)).code).toBe(0);
    const next = ['field', 'author', 'died:date:optional', '--no-install'];
    const { code, told } = await tell(root, next);
    expect({ code, error: told['error'] }).toEqual({ code: 0, error: undefined });
    expect(readFileSync(join(root, path), 'utf8')).toMatch(/^\/\/ ours\n[^]*born[^]*died/u);
  });
});
