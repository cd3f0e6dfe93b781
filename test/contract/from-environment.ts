import { readFile } from 'node:fs/promises';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { projectLauncher } from './project-launcher.ts';
import { storesOf } from './store/stores-of.ts';
import type { Launcher } from './suite/launcher.ts';

/** The spec of a back end to test; no launcher where the server of its database is missing. */
interface Prepared {
  readonly spec: Spec;
  readonly launcher: Launcher | undefined;
}

const rich = new URL('specs/rich.json', import.meta.url);

/**
 * What the environment names: GROUNDWORK_PROJECT, a built project, or GROUNDWORK_URL, a server that
 * runs (start it with a high RATE_LIMIT_PER_MINUTE); GROUNDWORK_SPEC is the file of its spec.
 *
 * @throws when neither is set
 */
export async function fromEnvironment(): Promise<Prepared> {
  const { GROUNDWORK_PROJECT, GROUNDWORK_SPEC, GROUNDWORK_URL } = process.env;
  if (GROUNDWORK_PROJECT === undefined && GROUNDWORK_URL === undefined) {
    throw new Error(
      'Set GROUNDWORK_PROJECT to a built back end, or GROUNDWORK_URL to a running one.',
    );
  }
  // With what holds where nothing is said.
  const spec = parseSpec(JSON.parse(await readFile(GROUNDWORK_SPEC ?? rich, 'utf8')));
  if (GROUNDWORK_PROJECT === undefined) {
    return { spec, launcher: { kind: 'url', baseUrl: new URL(GROUNDWORK_URL ?? '').origin } };
  }
  const stores = storesOf(spec.database);
  return { spec, launcher: stores && projectLauncher(GROUNDWORK_PROJECT, stores) };
}
