import type { Alteration } from '../../../generators/core/render/data-step.ts';
import type { Field } from '../../../generators/core/spec/field.ts';
import { spell } from '../../../generators/core/spec/names.ts';

import { literalOf } from './field-code.ts';
import { call, indented, listOfTexts } from './literals.ts';

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

/** Each part on lines of its own, so that no name changes the layout. */
const updating = (method: string, condition: string, value: string): string =>
  call(`rows.${method}`, [condition]) + call('.update', [value]);

/** Databases round what is exact, and each in its way what is not. */
function rounding(before: Field, name: string, scale: number): readonly [string[], string[]] {
  if (before.type === 'float') {
    const exact = call('models.DecimalField', ['max_digits=30', 'decimal_places=15']);
    const number = call('Cast', [`"${name}"`, exact]);
    const round = call('Round', [number, `precision=${scale}`]);
    return [[call('rows.update', [`${name}=${round}`])], ['Cast, Round']];
  }
  if (before.type !== 'decimal' || before.scale <= scale) return [[], []];
  const round = call('Round', [`"${name}"`, `precision=${scale}`]);
  return [[call('rows.update', [`${name}=${round}`])], ['Round']];
}

/** Statements over `rows`, and the functions of Django that they call. */
function statementsOf({ was, is, conversion, fill }: Alteration): readonly [string[], string[]] {
  const [before, field] = [was?.field, is?.field];
  const name = is?.name ?? '';
  if (!before || !field) return [[], []];
  switch (conversion.kind) {
    case 'cut': {
      const text = call('RTrim', [call('Left', [`"${name}"`, String(conversion.length)])]);
      return [[call('rows.update', [`${name}=${text}`])], ['Left, RTrim']];
    }
    case 'round':
      return rounding(before, name, conversion.scale);
    case 'clamp': {
      const [least, most] = [conversion.least, conversion.most].map((value) =>
        bound(before, value),
      );
      const [rounded, functions] = rounding(before, name, conversion.scale);
      return [
        [
          `least = ${least}`,
          `most = ${most}`,
          updating('filter', `${name}__lt=least`, `${name}=least`),
          updating('filter', `${name}__gt=most`, `${name}=most`),
          ...rounded,
        ],
        functions,
      ];
    }
    case 'among': {
      const value = fill === undefined ? 'None' : literalOf(field, fill as string);
      const kept = `kept = ${listOfTexts(conversion.values)}`;
      return [[kept, updating('exclude', `${name}__in=kept`, `${name}=${value}`)], []];
    }
    default:
      return [[], []];
  }
}

/** A function of a migration, over the rows of a table. */
const functionOf = (name: string, { after }: Alteration, statements: readonly string[]): string => {
  const model = `apps.get_model("${after.name}", "${spell(after.resource).pascal}")`;
  const lines = [
    `model = ${model}`,
    'rows = model.objects.using(schema_editor.connection.alias)',
    ...statements,
  ];
  return `def ${name}(apps, schema_editor):\n${lines.map((line) => `    ${indented(line, 4)}\n`).join('')}`;
};

/** The function that changes values, where any has to change. */
export function changedValues(alteration: Alteration): ChangedValues | undefined {
  const [statements, functions] = statementsOf(alteration);
  if (statements.length === 0) return undefined;
  const { is, was } = alteration;
  const name = `change_${is?.name}`;
  return {
    name,
    definition: functionOf(name, alteration, statements),
    imports: [
      ...functions.map((each) => `functions ${each}`),
      ...(was?.field?.type === 'decimal' && alteration.conversion.kind === 'clamp'
        ? ['decimal']
        : []),
    ],
  };
}

/** How what some databases keep as a number, or without its hyphens, is written as text. */
function spelling({ was }: Alteration): { text: string; module: string } | undefined {
  const field = was?.field;
  if (field?.type === 'uuid') return { text: 'str(uuid.UUID(value))', module: 'uuid' };
  if (field?.type !== 'decimal') return undefined;
  return { text: `f"{decimal.Decimal(value):.${field.scale}f}"`, module: 'decimal' };
}

/** The function that spells values as all databases do, once they are text. */
export function spelledValues(alteration: Alteration): ChangedValues | undefined {
  const spelled = spelling(alteration);
  const { is } = alteration;
  if (spelled === undefined || (is?.field?.type !== 'string' && is?.field?.type !== 'text')) {
    return undefined;
  }
  const name = `spell_${is.name}`;
  const statements = [
    `known = ${call('rows.exclude', [`${is.name}=None`])}${call('.values_list', ['"pk"', `"${is.name}"`])}`,
    'for key, value in known:',
    `    ${indented(call('rows.filter(pk=key).update', [`${is.name}=${spelled.text}`]), 4)}`,
  ];
  return {
    name,
    definition: functionOf(name, alteration, statements),
    imports: [spelled.module],
  };
}
