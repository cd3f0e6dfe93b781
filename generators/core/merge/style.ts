import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { UnitTree } from '../render/tree.ts';
import { isText, textOf } from './text-file.ts';

export type Style = (path: string, content: Uint8Array) => Promise<Uint8Array>;

const asGenerated: Style = (_, content) => Promise.resolve(content);

/** What we need of the team's own prettier. */
interface Prettier {
  readonly format: (text: string, options: object) => Promise<string>;
  readonly resolveConfig: (
    path: string,
    options: { readonly config: string; readonly editorconfig: boolean },
  ) => Promise<Readonly<Record<string, unknown>> | null>;
  readonly getFileInfo: (
    path: string,
    options: { readonly ignorePath: string; readonly resolveConfig: false },
  ) => Promise<{ readonly ignored: boolean; readonly inferredParser: string | null }>;
}

/** In the order in which prettier looks for them; those that it would have to run are at the end. */
const configs = ['.prettierrc', '.prettierrc.json', '.prettierrc.yaml', '.prettierrc.yml'] as const;
const settings = [...configs, '.editorconfig'] as const;

const textAt = (root: string, path: string): string | undefined =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;

/** Whether the team formats as the project was made to: then what is generated is right already. */
function isAsGenerated(root: string, project: UnitTree, restore: boolean): boolean {
  return settings.every((path) => {
    const generated = project.get(path);
    if (restore && generated?.owner === 'managed') return true;
    const now = textAt(root, path);
    if (generated === undefined || now === undefined) return generated === now;
    return textOf(generated.content) === textOf(Buffer.from(now, 'utf8'));
  });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What `package.json` says about formatting; `undefined` where it says nothing. */
function manifestStyle(root: string): unknown {
  try {
    const manifest: unknown = JSON.parse(textAt(root, 'package.json') ?? '{}');
    return isObject(manifest) && 'prettier' in manifest ? manifest.prettier : undefined;
  } catch {
    return undefined;
  }
}

/** JSON or YAML that maps keys to values: a text alone would be the name of a module. */
const mapping = /^\s*(?:\{|(?:#[^\n]*\n\s*|---\s*\n)*"?[\w-]+"?\s*:)/u;

/**
 * The configuration that prettier would take first, if it is data. One that names a module, a shared
 * configuration or a plug-in, is a program: the repository's, and not ours to run.
 */
function dataConfig(root: string): string | undefined {
  const inManifest = manifestStyle(root);
  const path =
    inManifest === undefined
      ? configs.find((name) => existsSync(join(root, name)))
      : 'package.json';
  if (path === undefined || (inManifest !== undefined && !isObject(inManifest))) return undefined;
  const text = inManifest === undefined ? (textAt(root, path) ?? '') : JSON.stringify(inManifest);
  return mapping.test(text) && !/\bplugins\b/u.test(text) ? join(root, path) : undefined;
}

async function loadPrettier(root: string): Promise<Prettier | undefined> {
  try {
    const entry = createRequire(join(root, 'package.json')).resolve('prettier');
    const loaded = (await import(pathToFileURL(entry).href)) as { readonly default?: Prettier };
    // CommonJS or not, by its version.
    return loaded.default ?? (loaded as unknown as Prettier);
  } catch {
    return undefined;
  }
}

async function formatted(
  prettier: Prettier,
  root: string,
  config: string,
  path: string,
  text: string,
) {
  const full = join(root, path);
  const { ignored, inferredParser } = await prettier.getFileInfo(full, {
    ignorePath: join(root, '.prettierignore'),
    resolveConfig: false,
  });
  if (ignored || inferredParser === null) return text;
  const options = await prettier.resolveConfig(full, { config, editorconfig: true });
  return prettier.format(text, { ...options, parser: inferredParser, filepath: full, plugins: [] });
}

/**
 * How the team formats its files, where that is not as they are generated: with the prettier that is
 * installed in the repository, as far as its configuration is data. Without all that, or for a file
 * that it cannot read, what is generated stays as it is.
 *
 * @param restore whether settings that are kept as generated become so again, with all the rest
 */
export function loadStyle(root: string, project: UnitTree | undefined, restore = false): Style {
  const isOwn = manifestStyle(root) !== undefined;
  if (project === undefined || (!isOwn && isAsGenerated(root, project, restore))) {
    return asGenerated;
  }
  const config = dataConfig(root);
  if (config === undefined) return asGenerated;
  let loading: Promise<Prettier | undefined> | undefined;
  return async (path, content) => {
    loading ??= loadPrettier(root);
    const prettier = await loading;
    if (prettier === undefined || !isText(content)) return content;
    try {
      return Buffer.from(await formatted(prettier, root, config, path, textOf(content)), 'utf8');
    } catch {
      return content;
    }
  };
}
