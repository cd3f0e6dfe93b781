import type { Names, Spellings } from '../spec/names.ts';

const placeholder = /__(one|many)\.([a-z]+)__/gu;

function spelled(names: Names | undefined, which: string, how: string, template: string): string {
  const spellings = names?.[which as keyof Names];
  const spelling = spellings?.[how as keyof Spellings];
  if (spelling === undefined) throw new Error(`templates/${template}: unknown name in its path`);
  return spelling;
}

/**
 * Where a payload file goes in the generated project: `.ejs` is dropped, `_dot_x` becomes `.x` (npm
 * leaves real dot files out of packages), `__many.kebab__` is a name of the resource.
 */
export function outputPath(template: string, payload: string, names?: Names): string {
  const start = template.indexOf(`/${payload}/`) + payload.length + 2;
  return template
    .slice(start)
    .replace(/\.ejs$/u, '')
    .split('/')
    .map((segment) => segment.replace(/^_dot_/u, '.'))
    .join('/')
    .replaceAll(placeholder, (_, which: string, how: string) =>
      spelled(names, which, how, template),
    );
}
