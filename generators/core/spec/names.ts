import type { Resource } from './field.ts';

/** One name in the spellings that languages and URLs want. */
export interface Spellings {
  readonly camel: string;
  readonly pascal: string;
  readonly kebab: string;
  readonly snake: string;
  /** Lower-case words, for sentences. */
  readonly words: string;
}

/** The names of a resource; file names of templates may hold any of them, `__many.kebab__`. */
export interface Names {
  readonly one: Spellings;
  readonly many: Spellings;
}

/** `purchaseOrder2` -> `purchase`, `order2`; runs of capitals stay together (`httpURL` -> `http`, `url`). */
function wordsOf(camel: string): string[] {
  return camel
    .replaceAll(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .split(' ');
}

/** Every name is spelled many times, and there may be thousands. */
const spelled = new Map<string, Spellings>();

export function spell(camel: string): Spellings {
  const known = spelled.get(camel);
  if (known !== undefined) return known;
  const words = wordsOf(camel);
  const spellings: Spellings = {
    camel,
    pascal: camel.charAt(0).toUpperCase() + camel.slice(1),
    kebab: words.join('-'),
    snake: words.join('_'),
    words: words.join(' '),
  };
  spelled.set(camel, spellings);
  return spellings;
}

export const namesOf = (resource: Resource): Names => ({
  one: spell(resource.name),
  many: spell(resource.plural),
});
