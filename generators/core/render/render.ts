import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Cast } from '../model/load.ts';
import type { Stack, View } from '../model/stack.ts';
import type { Resource } from '../spec/field.ts';
import { namesOf } from '../spec/names.ts';
import { renderTemplate } from './ejs.ts';
import { formatData, loadFormatter } from './format.ts';
import type { Formatter } from './format.ts';
import { outputPath } from './output-path.ts';
import { templatesFolder } from './templates-folder.ts';
import { resourceUnit } from './tree.ts';
import type { MergeKind, Tree, TreeFile, UnitId, UnitTree } from './tree.ts';

type Format = (text: string, path: string) => string;

const mergeKinds: Readonly<Record<string, MergeKind>> = { '.json': 'json' };

/** The last stack that says something about it decides. */
export const lastOf = <T>(stacks: readonly Stack[], read: (stack: Stack) => T | undefined) =>
  stacks.map(read).findLast((value) => value !== undefined);

const project = (cast: Cast): View =>
  Object.assign({}, ...cast.stacks.map((stack) => stack.projectView?.(cast.model) ?? {})) as View;

export const resourceView = (cast: Cast, resource: Resource): View => {
  const names = namesOf(resource);
  const views = cast.stacks.map((stack) => stack.resourceView?.(resource, names, cast.model) ?? {});
  return Object.assign({ ...names }, ...views) as View;
};

/** The same in the width of a project. */
export function inWidthOf(cast: Cast, format: Formatter): Format {
  const lineWidth = lastOf(cast.stacks, (stack) => stack.lineWidth) ?? 80;
  return (text, path) => format(text, path, lineWidth);
}

/** What a system can start by its first line. */
const isProgram = (content: Uint8Array): boolean => content[0] === 0x23 && content[1] === 0x21;

/** One unit being put together; two sources of one path are an error. */
function unitOf(cast: Cast) {
  const files = new Map<string, TreeFile>();
  const add = (path: string, content: Uint8Array, template: string): void => {
    const taken = files.get(path);
    if (taken !== undefined)
      throw new Error(`${template} and ${taken.template} both write ${path}`);
    // A template that has nothing to say makes no file; one that is copied may be empty on purpose.
    if (content.length === 0 && template.endsWith('.ejs')) return;
    files.set(path, {
      content,
      mode: isProgram(content) ? 0o755 : 0o644,
      merge: mergeKinds[extname(path)] ?? 'text',
      owner: cast.model.owners.get(path) ?? 'shared',
      template,
    });
  };
  return { files, add };
}

const encode = (text: string): Uint8Array => Buffer.from(text, 'utf8');

function renderFile(template: string, path: string, it: object, format: Format): Uint8Array {
  if (!template.endsWith('.ejs')) return readFileSync(join(templatesFolder, template));
  return encode(format(renderTemplate(template, it), path));
}

function renderProject(cast: Cast): ReadonlyMap<string, TreeFile> {
  const format = inWidthOf(cast, formatData);
  const { files, add } = unitOf(cast);
  const it = { spec: cast.model.spec, model: cast.model, stack: project(cast) };
  for (const template of cast.folders.flatMap((folder) => folder.payload.files)) {
    const path = outputPath(template, 'files');
    add(path, renderFile(template, path, it, format), template);
  }
  for (const { adapter, code } of cast.folders) {
    for (const [path, write] of Object.entries(adapter.writers ?? {})) {
      add(path, encode(format(write(cast.model), path)), `${code}#${path}`);
    }
  }
  return files;
}

function renderResource(cast: Cast, resource: Resource, format: Format) {
  const { files, add } = unitOf(cast);
  const names = namesOf(resource);
  const it = { spec: cast.model.spec, model: cast.model, resource: resourceView(cast, resource) };
  for (const template of cast.folders.flatMap((folder) => folder.payload.resource)) {
    const path = outputPath(template, 'resource', names);
    add(path, renderFile(template, path, it, format), template);
  }
  return files;
}

/** How the files of each resource end, whatever it is called. */
const resourcePaths = ({ folders }: Cast): readonly string[] =>
  folders.flatMap(({ payload }) => payload.resource).map((path) => path.replace(/\.ejs$/u, ''));

function refuseTwice(tree: Tree): void {
  const owner = new Map<string, UnitId>();
  for (const [unit, files] of tree) {
    for (const path of files.keys()) {
      const other = owner.get(path);
      if (other !== undefined) throw new Error(`${unit} and ${other} both write ${path}`);
      owner.set(path, unit);
    }
  }
}

/**
 * The whole generated project, without migrations, secrets and state; or some units of it.
 *
 * Pure: the same spec gives the same bytes; reads nothing but the templates.
 */
export async function render(cast: Cast, units?: ReadonlySet<UnitId>): Promise<Tree> {
  const isWanted = (unit: UnitId): boolean => units?.has(unit) ?? true;
  const tree = new Map<UnitId, UnitTree>();
  if (isWanted('project')) tree.set('project', renderProject(cast));
  const resources = cast.model.spec.resources.filter(({ name }) => isWanted(resourceUnit(name)));
  if (resources.length > 0) {
    const format = inWidthOf(cast, await loadFormatter(resourcePaths(cast)));
    for (const resource of resources) {
      tree.set(resourceUnit(resource.name), renderResource(cast, resource, format));
    }
  }
  refuseTwice(tree);
  return tree;
}
