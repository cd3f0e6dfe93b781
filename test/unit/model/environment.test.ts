import { expect, test } from 'vitest';
import { addUp } from '../../../generators/core/model/model.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { environment, environmentExample } from '../../../templates/project/environment.ts';
import { specInput } from '../spec/spec-input.ts';

const setting = { comment: 'x', development: null } as const;
const model = addUp(parseSpec(specInput()), [
  {
    variables: [
      { ...setting, name: 'KEY', kind: 'secret', default: null },
      { ...setting, name: 'OTHER', kind: 'secret', default: null },
      { ...setting, name: 'SIZE', kind: 'integer', min: 1, max: 9, default: '5' },
      { ...setting, name: 'MODE', kind: 'text', default: 'a', development: 'b' },
    ],
  },
]);

const valuesIn = (text: string) => [...text.matchAll(/^([A-Z]+)=(.*)$/gmu)].map(([line]) => line);

test('.env.example says what .env says, but for the secrets', () => {
  expect(valuesIn(environmentExample(model))).toEqual(['KEY=', 'OTHER=', 'SIZE=5', 'MODE=b']);
});

test('.env has a secret of its own for each variable that wants one', () => {
  let made = 0;
  const text = environment(model, () => `made-${(made += 1)}`);
  expect(valuesIn(text)).toEqual(['KEY=made-1', 'OTHER=made-2', 'SIZE=5', 'MODE=b']);
});
