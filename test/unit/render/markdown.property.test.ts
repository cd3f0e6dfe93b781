import * as fc from 'fast-check';
import * as prettier from 'prettier';
import { expect, test } from 'vitest';
import { paragraph } from '../../../templates/project/markdown.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** Prettier's own reading of Markdown, which is not in its types. */
interface Parser {
  readonly parse: (text: string, options: object) => Promise<{ readonly ast: Node }>;
}

const { parse } = (prettier as unknown as { readonly __debug: Parser }).__debug;

const textOf = ({ value, children = [] }: Node): string => value ?? children.map(textOf).join('');

const lines = fc
  .oneof(
    fc.string({
      unit: fc.constantFrom(...Array.from('ab1 é日📚\\`*_[]<>&~|$#{}()!+.=:;-"\'/@%^')),
      maxLength: 14,
    }),
    fc.string({ unit: 'grapheme', maxLength: 14 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '<!-- x',
      '- [ ] x',
      '[^1]: x',
      '&amp; &lt',
      '1986. x',
      '***',
      '```sh',
    ),
  )
  .map((text) => text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, '').trim())
  .filter((text) => text !== '');

test('free text is one paragraph that reads the same, and prettier leaves it unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(lines, async (text) => {
      const document = `# name\n\n${paragraph(text)}\n\n## Next\n`;
      expect(await prettier.format(document, { parser: 'markdown' })).toBe(document);
      const { ast } = await parse(document, { parser: 'markdown', originalText: document });
      expect(ast.children).toHaveLength(3);
      const [, shown] = ast.children ?? [];
      expect(shown === undefined ? '' : textOf(shown)).toBe(text.replaceAll(/ +/gu, ' '));
    }),
    { numRuns: 400 },
  );
});
