import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsOf } from '../../../generators/core/apply/inputs.ts';
import { loadCast } from '../../../generators/core/model/load.ts';
import { brokenRules } from '../../../generators/core/spec/rules.ts';
import { render } from '../../../generators/core/render/render.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { specs } from '../spec/arbitrary-spec.ts';

const generator = { version: '1.0.0', templates: 'abc' };

const accepted = specs.filter(
  (input) => brokenRules(input as Readonly<Record<string, string>>).length === 0 && isValid(input),
);

function isValid(input: unknown): boolean {
  try {
    parseSpec(input);
    return true;
  } catch {
    return false;
  }
}

const shelf = { name: 'zzShelf', plural: 'zzShelves', fields: [{ name: 'shade', type: 'string' }] };

const goingWith = (resource: string) => ({
  name: 'whole',
  type: 'reference',
  resource,
  onDelete: 'cascade',
});

/** A spec and others that share units with it: with one resource more, less, or changed. */
function relatives(spec: Spec): readonly unknown[] {
  const [last, ...others] = spec.resources.toReversed();
  if (last === undefined) return [spec, { ...spec, resources: [shelf] }];
  const [first, ...fields] = last.fields;
  const changed = { ...last, fields: [{ ...first, required: !first?.required }, ...fields] };
  return [
    spec,
    { ...spec, resources: [...spec.resources, shelf] },
    { ...spec, resources: [...spec.resources, { ...shelf, fields: [goingWith(last.name)] }] },
    { ...spec, resources: others },
    { ...spec, resources: [...others, changed] },
    ...spec.resources.map((_, changing) => ({
      ...spec,
      resources: spec.resources.map((resource, index) =>
        index === changing
          ? { ...resource, shared: !resource.shared, plural: `${resource.plural}2` }
          : resource,
      ),
    })),
  ];
}

const digestOf = (files: ReadonlyMap<string, { readonly content: Uint8Array }>): string => {
  const hash = createHash('sha256');
  for (const [path, { content }] of files) hash.update(path).update(content);
  return hash.digest('hex');
};

test('a unit with the same inputs is rendered to the same bytes, whatever else the spec holds', async () => {
  const property = fc.asyncProperty(accepted, async (input) => {
    const seen = new Map<string, string>();
    for (const relative of relatives(parseSpec(input)).filter(isValid)) {
      const spec = parseSpec(relative);
      const inputs = inputsOf(spec, generator);
      for (const [unit, files] of await render(await loadCast(spec))) {
        const key = `${unit} ${inputs.get(unit)}`;
        expect(seen.get(key) ?? digestOf(files), unit).toBe(digestOf(files));
        seen.set(key, digestOf(files));
      }
    }
  });
  await fc.assert(property, { numRuns: 15 });
}, 120_000);
