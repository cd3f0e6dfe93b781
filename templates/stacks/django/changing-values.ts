import type { Alteration } from '../../../generators/core/render/data-step.ts';
import type { Field } from '../../../generators/core/spec/field.ts';
import { spell } from '../../../generators/core/spec/names.ts';

import { indented, listOfTexts } from './literals.ts';
import { literalOf } from './field-code.ts';

/** What must happen to values before their column changes. */
export interface ChangedValues {
  readonly name: string;
  /** A function of the migration. */
  readonly definition: string;
  readonly imports: readonly string[];
}

const bound = ({ type }: Field, value: string): string => {
  if (type === 'decimal') return `decimal.Decimal("${value}")`;
  return type === 'float' && !value.includes('.') ? `${value}.0` : value;
};

/** Statements over `rows`, and the functions of Django that they call. */
function statementsOf({ was, is, conversion, fill }: Alteration): readonly [string[], string[]] {
  const [before, field] = [was?.field, is?.field];
  const name = is?.name ?? '';
  if (!before || !field) return [[], []];
  switch (conversion.kind) {
    case 'cut':
      return [[`rows.update(${name}=Left("${name}", ${conversion.length}))`], ['Left']];
    case 'round':
      return [[`rows.update(${name}=Round("${name}", precision=${conversion.scale}))`], ['Round']];
    case 'clamp': {
      const [least, most] = [conversion.least, conversion.most].map((value) =>
        bound(before, value),
      );
      const rounds = before.type === 'decimal' && before.scale > conversion.scale;
      return [
        [
          `least = ${least}`,
          `most = ${most}`,
          `rows.filter(${name}__lt=least).update(${name}=least)`,
          `rows.filter(${name}__gt=most).update(${name}=most)`,
          ...(rounds
            ? [`rows.update(${name}=Round("${name}", precision=${conversion.scale}))`]
            : []),
        ],
        rounds ? ['Round'] : [],
      ];
    }
    case 'among': {
      const value = fill === undefined ? 'None' : literalOf(field, fill as string);
      const kept = `kept = ${listOfTexts(conversion.values)}`;
      return [[kept, `rows.exclude(${name}__in=kept).update(${name}=${value})`], []];
    }
    default:
      return [[], []];
  }
}

/** The function that changes values, where any has to change. */
export function changedValues(alteration: Alteration): ChangedValues | undefined {
  const [statements, functions] = statementsOf(alteration);
  if (statements.length === 0) return undefined;
  const { after, is, was } = alteration;
  const name = `change_${is?.name}`;
  const model = `apps.get_model("${after.name}", "${spell(after.resource).pascal}")`;
  const lines = [
    `model = ${model}`,
    'rows = model.objects.using(schema_editor.connection.alias)',
    ...statements,
  ];
  return {
    name,
    definition: `def ${name}(apps, schema_editor):\n${lines.map((line) => `    ${indented(line, 4)}\n`).join('')}`,
    imports: [
      ...functions.map((each) => `function ${each}`),
      ...(was?.field?.type === 'decimal' && alteration.conversion.kind === 'clamp'
        ? ['decimal']
        : []),
    ],
  };
}
