import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recover } from '../../../generators/core/apply/recover.ts';
import { leaveCommitted } from './committed.ts';
import { write } from './files.ts';
import { makeFolder } from './folder.ts';

test.each(['.groundwork', '.groundwork/txn'])(
  'a %s that is a link is not looked into',
  async (name) => {
    const root = makeFolder();
    const outside = makeFolder();
    await leaveCommitted(outside, [write('x', '1')]);
    if (name !== '.groundwork') mkdirSync(join(root, '.groundwork'));
    symlinkSync(join(outside, name), join(root, name));
    await expect(recover(root)).rejects.toThrow('symbolic link');
    expect(readdirSync(join(outside, '.groundwork/txn')).toSorted()).toEqual([
      '0.new',
      'journal.json',
      'owner.1',
    ]);
  },
);
