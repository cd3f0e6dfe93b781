import { expect, test } from 'vitest';
import { versions } from '../../../templates/versions.ts';
import type { Contribution } from '../../../generators/core/model/contribution.ts';
import { addUp } from '../../../generators/core/model/model.ts';
import { stepIds } from '../../../generators/core/model/step.ts';
import type { Step, StepId } from '../../../generators/core/model/step.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { specInput, withFields } from '../spec/spec-input.ts';

const spec = parseSpec(specInput());
const sum = (...contributions: readonly Contribution[]) => addUp(spec, contributions, versions.npm);

const variable = (name: string) =>
  ({ name, kind: 'text', default: null, development: null, comment: 'x' }) as const;
const step = (id: StepId): Step => ({
  id,
  name: id,
  run: [id],
  needs: [],
});
const command = (name: string) => ({ name, run: name, script: name, does: null });

test('nothing adds up to nothing', () => {
  expect(sum()).toEqual({
    spec,
    variables: [],
    packages: { runtime: {}, development: {} },
    commands: [],
    steps: [],
    provisions: [],
    release: [],
    probes: [],
    storage: [],
    services: [],
    preparations: [],
    image: null,
    layouts: [],
    updates: [],
    ignored: [],
    folders: [],
    docs: [],
    slots: {},
    resourceSlots: {},
    owners: new Map(),
  });
});

test('contributions are added up in their order', () => {
  const model = sum(
    { variables: [variable('B')], commands: [command('b')], ignored: ['b'], managed: ['m'] },
    { variables: [variable('A')], commands: [command('a')], ignored: ['a'], seeded: ['s'] },
  );
  expect(model.variables.map(({ name }) => name)).toEqual(['B', 'A']);
  expect(model.commands.map(({ name }) => name)).toEqual(['b', 'a']);
  expect(model.ignored).toEqual(['b', 'a']);
  expect([...model.owners]).toEqual([
    ['m', 'managed'],
    ['s', 'seeded'],
  ]);
});

test('steps stand in the order of the closed list, whoever contributes them', () => {
  const { steps } = sum(...stepIds.toReversed().map((id) => ({ steps: [step(id)] })));
  expect(steps.map(({ id }) => id)).toEqual(stepIds);
});

test('packages are sorted, named once and pinned', () => {
  const names = Object.keys(versions.npm).slice(0, 3);
  const runtime = names.toReversed();
  const { packages } = sum({ packages: { runtime } }, { packages: { runtime } });
  expect(Object.keys(packages.runtime)).toEqual(names.toSorted());
  expect(packages.runtime).toMatchObject(
    Object.fromEntries(Object.entries(versions.npm).slice(0, 3)),
  );
});

test.each([
  ['variable', { variables: [variable('PORT')] }, 'two adapters contribute PORT'],
  ['command', { commands: [command('dev')] }, 'two adapters contribute dev'],
  ['image', { image: { context: [], folder: '/x' } }, 'two adapters contribute an image'],
  ['step', { steps: [step('test')] }, 'two adapters contribute the step test'],
])('a %s that two adapters claim is an error', (_, contribution, message) => {
  expect(() => sum(contribution, contribution)).toThrow(message);
});

test.each(['left-pad', 'toString', '__proto__'])(
  'a package without a version, %s, is an error',
  (name) => {
    expect(() => sum({ packages: { runtime: [name] } })).toThrow(
      `templates/versions.ts has no version of ${name}`,
    );
  },
);

const given = (at: number) => ({
  slots: { a: [{ at }] },
  resourceSlots: { book: { b: [{ at }] }, nothing: { b: [{ at }] } },
});

test('slots are filled in order, those of a resource only where there is one', () => {
  const book = parseSpec(withFields({ name: 'title', type: 'string' }));
  const { slots, resourceSlots } = addUp(book, [given(1), {}, given(2)]);
  expect(slots).toEqual({ a: [{ at: 1 }, { at: 2 }] });
  expect(resourceSlots).toEqual({ book: { b: [{ at: 1 }, { at: 2 }] } });
});

test('a variable stands behind the one that it names', () => {
  const third = { ...variable('C'), behind: 'A' };
  const { variables } = sum({ variables: [third] }, { variables: [variable('A'), variable('B')] });
  expect(variables.map(({ name }) => name)).toEqual(['A', 'C', 'B']);
  expect(() => sum({ variables: [third] })).toThrow('C stands behind no A');
});
