import { readFile } from 'node:fs/promises';
import { loadCast } from '../../generators/core/model/load.ts';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { surroundingsOf } from '../matrix/surroundings.ts';
import { projectLauncher } from './project-launcher.ts';
import { storesOf } from './store/stores-of.ts';
import type { Launcher } from './suite/launcher.ts';

/** The spec of a back end to test. */
interface Prepared {
  readonly spec: Spec;
  /** Nothing where the server of its database is missing, or for the reason that follows. */
  readonly launcher: Launcher | undefined;
  /** Why its packages cannot be had on this machine. */
  readonly excuse?: string;
}

const rich = new URL('specs/rich.json', import.meta.url);

/**
 * What the environment names: GROUNDWORK_PROJECT, a project with its packages, or GROUNDWORK_URL, a server that
 * runs (start it with a high RATE_LIMIT_PER_MINUTE); GROUNDWORK_SPEC is the file of its spec.
 *
 * @throws when neither is set
 */
export async function fromEnvironment(): Promise<Prepared> {
  const { GROUNDWORK_PROJECT, GROUNDWORK_SPEC, GROUNDWORK_URL } = process.env;
  if (GROUNDWORK_PROJECT === undefined && GROUNDWORK_URL === undefined) {
    throw new Error('Set GROUNDWORK_PROJECT to a back end, or GROUNDWORK_URL to a running one.');
  }
  // With what holds where nothing is said.
  const spec = parseSpec(JSON.parse(await readFile(GROUNDWORK_SPEC ?? rich, 'utf8')));
  if (GROUNDWORK_PROJECT === undefined) {
    return { spec, launcher: { kind: 'url', baseUrl: new URL(GROUNDWORK_URL ?? '').origin } };
  }
  const stores = storesOf(spec.database);
  if (stores === undefined) return { spec, launcher: undefined };
  const found = surroundingsOf(await loadCast(spec));
  if ('excuse' in found) return { spec, launcher: undefined, excuse: found.excuse };
  return { spec, launcher: projectLauncher(GROUNDWORK_PROJECT, stores, found.variables) };
}
