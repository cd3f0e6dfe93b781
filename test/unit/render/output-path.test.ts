import { expect, test } from 'vitest';
import { outputPath } from '../../../generators/core/render/output-path.ts';
import { spell } from '../../../generators/core/spec/names.ts';

const names = { one: spell('purchaseOrder'), many: spell('purchaseOrders') };

test.each([
  ['project/files/a.txt', 'files', 'a.txt'],
  ['project/files/_dot_gitignore', 'files', '.gitignore'],
  ['s/files/_dot_github/_dot_x/y.yml', 'files', '.github/.x/y.yml'],
  ['s/files/a_dot_b', 'files', 'a_dot_b'],
  ['s/files/src/app.ts.ejs', 'files', 'src/app.ts'],
  ['s/files/ejs/x.ejs.md', 'files', 'ejs/x.ejs.md'],
  ['s/files/src/files/x.ts', 'files', 'src/files/x.ts'],
  ['s/files/test/resource/x.ts', 'files', 'test/resource/x.ts'],
  [
    's/resource/__many.kebab__/__one.pascal__.ts.ejs',
    'resource',
    'purchase-orders/PurchaseOrder.ts',
  ],
  ['s/resource/__one.snake__.__one.camel__', 'resource', 'purchase_order.purchaseOrder'],
])('%s', (template, payload, path) => {
  expect(outputPath(template, payload, names)).toBe(path);
});

test.each([
  ['s/resource/__one.shout__.ts', names],
  ['s/files/__one.kebab__.ts', undefined],
])('an unknown name in a path is an error: %s', (template, given) => {
  const payload = template.split('/')[1] ?? '';
  expect(() => outputPath(template, payload, given)).toThrow(`templates/${template}`);
});
