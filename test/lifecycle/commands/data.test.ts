import { expect, describe, test } from 'vitest';
import { snapshot } from '../../unit/apply/files.ts';
import { groundwork } from '../cli.ts';
import { author, book, projectWith, tell } from './shop.ts';

describe('data', () => {
  test('that would be lost is lost only where that is said', async () => {
    const root = await projectWith([author, book]);
    const before = snapshot(root);
    const { code, stderr } = await groundwork(['remove', 'field', 'book', 'title', '--yes'], {
      cwd: root,
    });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Data would be lost: book.title; say --allow-data-loss to drop it.\n',
    });
    expect(snapshot(root)).toEqual(before);
    const words = ['remove', 'resource', 'book', '--allow-data-loss'];
    expect((await tell(root, words)).told.reproduce).toBe(
      'groundwork remove resource book --allow-data-loss --yes',
    );
  });

  test('that a field must have in rows that are there is said with it', async () => {
    const root = await projectWith([author]);
    const before = snapshot(root);
    const { code, stderr } = await groundwork(['field', 'author', 'stars:integer'], { cwd: root });
    expect(code).toBe(1);
    expect(stderr).toContain(
      'say what they get, groundwork field author stars:integer:fill=..., or',
    );
    expect(snapshot(root)).toEqual(before);
    const words = ['field', 'author', 'stars:integer:fill=3', '--no-install'];
    expect((await tell(root, words)).told.reproduce).toBe(
      'groundwork field author stars:integer:fill=3 --no-install --yes',
    );
    expect((await groundwork(words, { cwd: root })).stdout).toContain('nothing to do');
  });

  test('that may stop a migration is named', async () => {
    const root = await projectWith([author, book]);
    const words = ['field', 'book', 'title:string:unique', 'author:ref=author', '--no-install'];
    expect((await tell(root, words)).told.warnings).toEqual([
      'the migration fails where book.title is the same twice.',
      'the migration fails where book.author is missing.',
    ]);
  });

  test.each([
    ['fastify', 'npm run users:claim-rows -- <'],
    ['django', 'uv run --env-file .env manage.py claim_rows <'],
  ])(
    'that is there before there are users has no owner, and a command gives it one: %s',
    async (stack, command) => {
      const root = await projectWith([author], undefined, { stack });
      const { told } = await tell(root, ['set', 'auth=jwt', '--no-install']);
      expect(told.warnings).toEqual([expect.stringContaining(command)]);
    },
  );
});
