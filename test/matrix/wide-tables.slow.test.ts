import { expect, test } from 'vitest';
import { mostFields } from '../../generators/core/spec/limits.ts';
import { fieldTypes } from '../../generators/core/spec/parse-field.ts';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import { storesOf } from '../contract/store/stores-of.ts';
import { skipWithoutServer } from '../servers/server-url.ts';
import { specInput } from '../unit/spec/spec-input.ts';
import { filesOf } from './cases.ts';
import { choicesOf } from './choices-of.ts';
import { putProject, runIn, useWorkshop } from './workshop.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const nameOf = (index: number): string =>
  `x${letters[Math.floor(index / 26)] ?? ''}${letters[index % 26] ?? ''}`;

/** Of types that take a length: those at which servers change how they store a text. */
const told: Readonly<Record<string, readonly object[]>> = {
  string: [1, 60, 63, 64, 255].map((maxLength) => ({ maxLength })),
  text: [{ maxLength: 100_000 }],
  enum: [{ values: ['one', 'two'] }],
  reference: [{ resource: 'root' }],
};

const tables = fieldTypes.flatMap((type) =>
  (told[type] ?? [{}]).map((more) => ({ type, ...more })),
);

/** For each type a resource with as many fields of it as there may be. */
const resources = [
  { name: 'root', fields: [{ name: 'title', type: 'string' }] },
  ...tables.map((field, index) => ({
    name: `wide${nameOf(index)}x`,
    plural: `wide${nameOf(index)}y`,
    fields: Array.from({ length: mostFields }, (_, at) => ({ name: nameOf(at), ...field })),
  })),
];

const workshop = useWorkshop();

for (const database of choicesOf('database')) {
  const title = `${database} holds as many fields of every type as a resource may have`;
  const stores = storesOf(database);
  if (stores === undefined) skipWithoutServer(database, title);
  else {
    test(title, async () => {
      const spec = parseSpec(specInput({ database, auth: 'none', resources }));
      const folder = putProject(workshop(), `wide-${database}`, (await filesOf(spec)).files);
      const store = await stores.create();
      try {
        const words = ['src/data/migrate.ts'];
        const { ok, output } = await runIn(folder, process.execPath, words, {
          DATABASE_URL: store.url,
        });
        expect(ok, output.slice(-2000)).toBe(true);
      } finally {
        await store.remove();
      }
    });
  }
}
