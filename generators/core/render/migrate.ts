import { loadCast } from '../model/load.ts';
import type { Cast } from '../model/load.ts';
import type { Resource } from '../spec/field.ts';
import { namesOf } from '../spec/names.ts';
import type { Spec } from '../spec/spec.ts';
import { renderTemplate } from './ejs.ts';
import { formatterOf, lastOf, resourceView } from './render.ts';

/** What must happen to the data; the face gives it a time and with it a file name. */
export interface Migration {
  readonly folder: string;
  /** What follows the time stamp: `create_tasks.ts`. */
  readonly name: string;
  readonly content: string;
}

/** Resources such that each comes after those that it refers to. `parseSpec` refuses cycles. */
function inOrder(resources: readonly Resource[]): readonly Resource[] {
  const done = new Map<string, Resource>();
  const visit = (resource: Resource): void => {
    if (done.has(resource.name)) return;
    for (const field of resource.fields) {
      const target = field.type === 'reference' ? field.resource : resource.name;
      const needed = resources.find(({ name }) => name === target);
      if (needed !== undefined && target !== resource.name) visit(needed);
    }
    done.set(resource.name, resource);
  };
  for (const resource of resources) visit(resource);
  return [...done.values()];
}

const templatesOf = (cast: Cast): readonly string[] =>
  cast.folders.flatMap((folder) => folder.payload.migration);

/** `create` of `.../migration/create.ts.ejs`. */
const nameOf = (template: string): string => /([a-z_]+)\.[^/]+$/u.exec(template)?.[1] ?? '';

/** A template that names its table runs once, when its adapter joins: before those of resources. */
const isOnce = (template: string): boolean => nameOf(template).includes('_');

/** The migrations that lead from one spec's data to another's. Pure; in the order of their running. */
export async function migrate(before: Spec | undefined, cast: Cast): Promise<Migration[]> {
  const after = cast.model.spec;
  const place = lastOf(cast.stacks, (stack) => stack.migrations);
  const templates = templatesOf(cast);
  if (place === undefined || templates.length === 0) return [];
  const format = await formatterOf(cast);
  const known = new Set(before?.resources.map(({ name }) => name));
  const ran = before === undefined ? [] : templatesOf(await loadCast(before));
  const once = templates
    .filter((template) => isOnce(template) && !ran.includes(template))
    .map((template) => {
      const name = `${nameOf(template)}${place.extension}`;
      const content = format(renderTemplate(template, { spec: after }), name);
      return { folder: place.folder, name, content };
    });
  const perResource = inOrder(after.resources)
    .filter(({ name }) => !known.has(name))
    .flatMap((resource) =>
      templates
        .filter((template) => !isOnce(template))
        .map((template) => {
          const it = { spec: after, resource: resourceView(cast, resource) };
          const name = `${nameOf(template)}_${namesOf(resource).many.snake}${place.extension}`;
          return {
            folder: place.folder,
            name,
            content: format(renderTemplate(template, it), name),
          };
        }),
    );
  return [...once, ...perResource];
}
