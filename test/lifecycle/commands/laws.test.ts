import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import { checkRepository } from '../../../generators/core/repository/check.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import { printFieldWord } from '../../../generators/core/spec/edit/print-field-word.ts';
import type { Field, Resource } from '../../../generators/core/spec/field.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { dimensions } from '../../../templates/choices.ts';
import { snapshot } from '../../unit/apply/files.ts';
import { writeProject } from '../../unit/repository/project.ts';
import { specs } from '../../unit/spec/arbitrary-spec.ts';
import { emptyFolder } from '../cli.ts';
import { say, settled } from './say.ts';
import type { Said } from './say.ts';

const targetsOf = ({ name, fields }: Resource): readonly string[] =>
  fields.flatMap((field) =>
    field.type === 'reference' && field.resource !== name ? [field.resource] : [],
  );

/** A field that may be added to rows that are there already. */
const canCome = (field: Field): boolean => !field.required;

const typed = (fields: readonly Field[]) => fields.map((field) => printFieldWord(field));

/** The words for one resource: at once, or its last fields by and by. */
function wordsFor(resource: Resource, split: boolean): readonly Said[] {
  const { name, plural, shared, fields } = resource;
  const tail = split ? fields.findLastIndex((field) => !canCome(field)) + 1 : fields.length;
  const cut = Math.max(1, tail);
  const flags = [`--plural=${plural}`, ...(shared ? ['--shared'] : [])];
  return [
    ['resource', name, ...typed(fields.slice(0, cut)), ...flags],
    ...fields.slice(cut).map((field): Said => ['field', name, ...typed([field])]),
  ];
}

/** The commands that lead from a project without resources and with other choices to a spec. */
function stepsTo(spec: Spec, from: Spec, order: readonly number[]): readonly Said[] {
  const sets = dimensions
    .filter(({ id }) => spec[id] !== from[id])
    .map(({ id }): Said => ['set', `${id}=${spec[id]}`]);
  const queues = spec.resources.map((one, index) => wordsFor(one, (order[index] ?? 0) % 2 === 0));
  const done = new Set<string>();
  const steps: Said[] = [];
  const left = [...sets.map((one) => [one]), ...queues.map((queue) => [...queue])];
  for (let turn = 0; left.some((queue) => queue.length > 0); turn += 1) {
    const ready = left.filter(([next]) => next !== undefined && isReady(next, spec, done));
    const queue = ready[(order[turn % order.length] ?? 0) % ready.length];
    const step = queue?.shift();
    if (step === undefined) throw new Error('no command can come next');
    if (step[0] === 'resource') done.add(step[1] ?? '');
    steps.push(step);
  }
  return steps;
}

function isReady([command, name]: Said, spec: Spec, done: ReadonlySet<string>): boolean {
  const resource = spec.resources.find((one) => one.name === name);
  if (command === 'set' || resource === undefined) return true;
  return targetsOf(resource).every((target) => done.has(target));
}

/** The same words, their flags taken apart. */
function sayAll(root: string, step: Said) {
  const plural = step.find((word) => word.startsWith('--plural='))?.slice('--plural='.length);
  const words = step.filter((word) => !word.startsWith('--')) as unknown as Said;
  const values = { shared: step.includes('--shared') };
  return say(root, words, plural === undefined ? values : { ...values, plural });
}

/** A field that came goes without a trace, and comes again. */
async function sayThereAndBack(root: string, step: Said): Promise<void> {
  const before = settled(root);
  await sayAll(root, step);
  const [command, name = '', word = ''] = step;
  if (command !== 'field') return;
  await say(root, ['remove', 'field', name, word.split(':')[0] ?? '']);
  expect(settled(root), word).toEqual(before);
  await sayAll(root, step);
}

/** The commands that take everything away again, those first to which nobody refers. */
function removals(spec: Spec): readonly Said[] {
  const [next, ...others] = spec.resources.toSorted(
    (a, b) => Number(targetsOf(b).includes(a.name)) - Number(targetsOf(a).includes(b.name)),
  );
  const free = [next, ...others].find(
    (one) =>
      one !== undefined && !spec.resources.some((other) => targetsOf(other).includes(one.name)),
  );
  if (free === undefined) return [];
  const rest = { ...spec, resources: spec.resources.filter((one) => one !== free) };
  return [['remove', 'resource', free.name], ...removals(rest)];
}

const orders = fc.array(fc.nat(), { minLength: 7, maxLength: 7 });
const runs = { numRuns: 3, seed: 20_261_129 };

const isFresh = async (root: string): Promise<boolean> =>
  (await checkRepository(await openRepository(root, 'read', thisGenerator()))).drift.length === 0;

test('in whatever order it came, a project is the one that new writes, and all of it can go', async () => {
  await fc.assert(
    fc.asyncProperty(specs, specs, orders, async (input, other, order) => {
      const wanted = parseSpec(input);
      const start = parseSpec({
        ...other,
        stack: wanted.stack,
        name: wanted.name,
        description: wanted.description,
        resources: [],
      });
      const folder = emptyFolder();
      const fresh = await writeProject(`${folder}/fresh`, wanted);
      const root = await writeProject(`${folder}/grown`, start);
      const before = settled(root);

      for (const step of stepsTo(wanted, start, order)) {
        await sayThereAndBack(root, step);
        const was = snapshot(root);
        const { prepared } = await sayAll(root, step);
        expect(prepared.plan.operations, step.join(' ')).toEqual([]);
        expect(snapshot(root)).toEqual(was);
      }
      expect(settled(root)).toEqual(settled(fresh));
      expect(await isFresh(root)).toBe(true);

      for (const step of removals(wanted)) await sayAll(root, step);
      for (const { id } of dimensions) await sayAll(root, ['set', `${id}=${start[id]}`]);
      expect(settled(root)).toEqual(before);
    }),
    runs,
  );
}, 240_000);
