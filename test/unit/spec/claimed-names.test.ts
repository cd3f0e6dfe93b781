import { describe, expect, test } from 'vitest';
import { payload, textOf } from '../shape/sources.ts';
import { resourceInput, specInput, told } from './spec-input.ts';

/** A schema or an operation of the description that is there whatever the resources are. */
interface Claim {
  readonly path: string;
  readonly id: string;
}

const claimed = /(?:meta\(\{ id|operationId): '([^']+)'/gu;
const claimsIn = (folder: string): readonly Claim[] =>
  payload
    .filter((path) => path.includes(folder))
    .flatMap((path) => [...textOf(path).matchAll(claimed)].map(([, id = '']) => ({ path, id })));

/** What a resource claims: `get<its name>`, `<its name>Input`. */
const patterns = claimsIn('/resource/src/').map(({ id }) => {
  const which = id.includes('one.pascal') ? 'name' : 'plural';
  return {
    which,
    pattern: new RegExp(`^${id.replace(/<%=[^%]*%>/u, '([A-Z].*)')}$`, 'u'),
  } as const;
});

const camel = (pascal: string): string => pascal.charAt(0).toLowerCase() + pascal.slice(1);

/** A resource that claims the same as the project does. */
const claimants = claimsIn('/files/').flatMap(({ path, id }) =>
  patterns.flatMap(({ which, pattern }) => {
    const [, pascal] = pattern.exec(id) ?? [];
    if (pascal === undefined) return [];
    const auth = path.includes('/auth/jwt/') ? 'jwt' : 'none';
    return [{ id, which, name: camel(pascal), auth }];
  }),
);

describe('no resource claims what the project claims in its description', () => {
  test('claims are found on both sides', () => {
    expect(patterns.length).toBeGreaterThan(8);
    expect(claimants.map(({ id }) => id)).toContain('ProblemDetails');
    expect(claimants.map(({ id }) => id)).toContain('UserPage');
  });

  test.each(claimants)('$id: the $which $name is refused, auth=$auth', ({ which, name, auth }) => {
    const names = { name: 'other', plural: 'others', [which]: name };
    const faults = told(specInput({ auth, resources: [resourceInput(names)] }));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(
      new RegExp(`^resources\\[0\\]\\.${which}: .*(?:is taken|every project)`, 'u'),
    );
  });
});

test.each(['userROLES', 'refreshTOKENS', 'uSers'])('%s is a table of users=jwt, too', (plural) => {
  const faults = told(specInput({ auth: 'jwt', resources: [resourceInput({ plural })] }));
  expect(faults).toEqual(
    plural === 'uSers' ? [] : ['resources[0].plural: is taken by auth=jwt; choose another'],
  );
});
