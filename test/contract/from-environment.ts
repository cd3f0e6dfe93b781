import { readFile } from 'node:fs/promises';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { nodeLauncher } from './node-launcher.ts';
import type { Launcher } from './suite/launcher.ts';

/** A back end to test, and the spec that it was made from. */
interface Prepared {
  readonly spec: Spec;
  readonly launcher: Launcher;
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
  // The file is one that the generator has taken: its validator is tested elsewhere.
  const spec = JSON.parse(await readFile(GROUNDWORK_SPEC ?? rich, 'utf8')) as Spec;
  const launcher: Launcher =
    GROUNDWORK_PROJECT === undefined
      ? { kind: 'url', baseUrl: new URL(GROUNDWORK_URL ?? '').origin }
      : nodeLauncher(GROUNDWORK_PROJECT);
  return { spec, launcher };
}
