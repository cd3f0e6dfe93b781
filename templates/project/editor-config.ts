import type { Layout } from '../../generators/core/model/contribution.ts';
import type { Model } from '../../generators/core/model/model.ts';

const common = `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
trim_trailing_whitespace = true

[*.md]
trim_trailing_whitespace = false
`;

const section = ({ files, indent }: Layout): string =>
  `\n[${files}]\n${indent === 'tab' ? 'indent_style = tab' : `indent_size = ${indent}`}\n`;

/** `.editorconfig`. */
export const editorConfig = ({ layouts }: Model): string =>
  [common, ...layouts.map(section)].join('');
