import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environmentExample } from '../../../../templates/project/environment.ts';
import { loadCast } from '../../model/load.ts';
import type { Cast } from '../../model/load.ts';
import type { Spec } from '../../spec/spec.ts';

const settingsIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [, name = '', value = ''] = /^(\w+)=(.*)$/u.exec(line) ?? [];
      return name === '' ? [] : [[name, value] as const];
    }),
  );

/**
 * Variables that mean something else from now on. In `.env`, in which commands only ever add lines,
 * they stay as they are, so that somebody has to be told.
 */
export async function staleVariables(
  root: string,
  before: Spec,
  after: Cast,
): Promise<readonly string[]> {
  if (!existsSync(join(root, '.env'))) return [];
  const was = settingsIn(environmentExample((await loadCast(before)).model));
  const is = settingsIn(environmentExample(after.model));
  return [...is].flatMap(([name, value]) => {
    const old = was.get(name);
    return old === undefined || old === value ? [] : [name];
  });
}
