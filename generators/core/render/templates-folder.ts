import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** Source and build have the same layout, so this is right in both; nobody else counts `../..`. */
export const templatesFolder = join(import.meta.dirname, '..', '..', '..', 'templates');

/** `.ts` when the program runs from its sources, `.js` when it runs from `dist/`. */
const codeExtension = extname(import.meta.filename);

/** The folders of an adapter that hold payload rather than code; `data` is printed by adapters of stacks. */
export const payloads = ['files', 'resource', 'migration', 'data'] as const;
export type Payload = (typeof payloads)[number];

/** What one adapter folder holds. */
export interface AdapterFolder {
  /** Relative to `templates/`: `stacks/node/database/sqlite`. */
  readonly id: string;
  /** `adapter.ts` or `stack.ts`, relative to `templates/`, without its ending. */
  readonly code: string | undefined;
  /** Paths relative to `templates/`, sorted. */
  readonly payload: Readonly<Record<Payload, readonly string[]>>;
}

const payloadPath = new RegExp(`^(.+?)/(${payloads.join('|')})/`, 'u');
const codePath = new RegExp(`^(.+)/(adapter|stack)\\${codeExtension}$`, 'u');

/** Where the build leaves the list of templates: walking through their folders costs 15 ms of CPU. */
export const builtPaths = 'paths.txt';

const builtList = (root: string): readonly string[] | undefined => {
  const built = join(root, builtPaths);
  return existsSync(built) ? readFileSync(built, 'utf8').split('\n') : undefined;
};

/** The paths of all files below the folder of the templates, relative to it with `/`, sorted. */
export const listTemplates = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .toSorted();

/** Every adapter folder there is, by id. Reads names only. */
export function adapterFolders(root: string = templatesFolder): ReadonlyMap<string, AdapterFolder> {
  const found = new Map<string, { code?: string; payload: Record<Payload, string[]> }>();
  const at = (id: string) => {
    const known = found.get(id) ?? {
      payload: { files: [], resource: [], migration: [], data: [] },
    };
    found.set(id, known);
    return known;
  };
  for (const path of builtList(root) ?? listTemplates(root)) {
    const [, owner, payload] = payloadPath.exec(path) ?? [];
    if (owner !== undefined) at(owner).payload[payload as Payload].push(path);
    const [, folder, code] = owner === undefined ? (codePath.exec(path) ?? []) : [];
    if (folder !== undefined) at(folder).code = `${folder}/${code}`;
  }
  return new Map([...found].map(([id, { code, payload }]) => [id, { id, code, payload }] as const));
}

/** Loads the code of an adapter folder, lazily and by path: nothing is bundled. */
export const importTemplateCode = (code: string): Promise<unknown> =>
  import(new URL(`../../../templates/${code}${codeExtension}`, import.meta.url).href);

/** The lines of a data file, by its path relative to `templates/`. */
export const linesOfData = (path: string): readonly string[] =>
  readFileSync(join(templatesFolder, path), 'utf8').trimEnd().split('\n');
