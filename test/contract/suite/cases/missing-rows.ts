import { describe, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { nobody } from '../samples/reference.ts';
import { pathOf } from '../url.ts';

const ids = [
  nobody,
  'abc',
  '1',
  '0',
  'null',
  '-1',
  '%20',
  '%00',
  nobody.replace('-7', '-4'),
  nobody.replaceAll('-', ''),
  `${nobody}0`,
  `${nobody}%0A`,
  `%20${nobody}`,
  '%27%20OR%201=1--',
  'constructor',
  '__proto__',
  'x'.repeat(90),
  'x'.repeat(4000),
];

/** 404: "unknown or malformed id". */
export function missingRowCases({ api }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  describe('an id of no row', () => {
    test.for(ids.map((id) => [`${id.slice(0, 50)} (${id.length})`, id] as const))(
      '%s is 404 to GET, PATCH and DELETE',
      async ([, id]) => {
        const one = `${path}/${id}`;
        expectProblem(await api.get(one), { status: 404 });
        expectProblem(await api.patch(one, {}), { status: 404 });
        expectProblem(await api.remove(one), { status: 404 });
      },
    );
  });
}
