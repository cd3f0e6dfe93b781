import { randomBytes } from 'node:crypto';
import { loadCast } from '../../../generators/core/model/load.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import type { Store } from '../../contract/store/store.ts';
import { storesOf } from '../../contract/store/stores-of.ts';
import { manifestOf, surroundingsOf } from '../../matrix/surroundings.ts';
import { runIn } from '../../matrix/workshop.ts';
import type { Ran } from '../../matrix/workshop.ts';
import type { Variables } from '../../python/environment.ts';

interface Setting {
  readonly root: string;
  readonly variables: Variables;
  /** Of a database that has what the commands before made of it. */
  readonly url: string;
}

/** What Django asks before somebody commits, and what then happens to the database. */
const askDjango = `
import django
from django.core.management import call_command

django.setup()
call_command("check")
call_command("makemigrations", check_changes=True, dry_run=True, verbosity=3)
call_command("migrate")
`;

const djangoCheck = ({ root, variables, url }: Setting): Promise<Ran> =>
  runIn(root, 'python', ['-c', askDjango], {
    ...variables,
    DJANGO_SETTINGS_MODULE: 'config.settings',
    DATABASE_URL: url,
    SECRET_KEY: randomBytes(48).toString('base64url'),
    JWT_SECRET: randomBytes(48).toString('base64url'),
  });

/** What must hold after each command, by the manifest of the project. */
const checks: Readonly<Record<string, (setting: Setting) => Promise<Ran>>> = {
  'package.json': ({ root }) => runIn(root, 'npm', ['run', 'typecheck']),
  'pyproject.toml': djangoCheck,
};

async function storeFor(database: string): Promise<Store> {
  const stores = storesOf(database);
  if (stores === undefined) throw new Error(`there is no server for ${database}`);
  return stores.create();
}

/** Checks a project again and again, beside a database that grows with it. */
export function growing(root: string) {
  const opened = new Map<string, Store>();
  return {
    check: async (spec: Spec): Promise<Ran> => {
      const cast = await loadCast(spec);
      const found = surroundingsOf(cast);
      const check = checks[manifestOf(cast)];
      if (check === undefined || 'excuse' in found) throw new Error(`${spec.stack} has no checks`);
      const store = opened.get(spec.database) ?? (await storeFor(spec.database));
      opened.set(spec.database, store);
      return check({ root, variables: found.variables, url: store.url });
    },
    end: async (): Promise<void> => {
      await Promise.all([...opened.values()].map((store) => store.remove()));
    },
  };
}
