import type { Variable } from '../../../generators/core/model/contribution.ts';
import { digits, quoted } from './literals.ts';

const camel = (name: string): string =>
  name.toLowerCase().replaceAll(/_(.)/gu, (_, letter: string) => letter.toUpperCase());

/** The check of one kind of variable, as an expression over the helpers of `src/config.ts`. */
function schemaOf(variable: Variable): string {
  switch (variable.kind) {
    case 'text':
      return 'z.string()';
    case 'file':
      return camel(variable.name);
    case 'port':
      return 'integer(0, 65_535)';
    case 'integer':
      return `integer(${digits(variable.min)}, ${digits(variable.max)})`;
    case 'choice':
      return `z.enum([${variable.values.map(quoted).join(', ')}])`;
    case 'list':
      return `list(${variable.of})`;
  }
}

/** The default as the configuration holds it, an expression too. */
function valueOf({ kind, default: value }: Variable): string {
  if (kind === 'list') return '[]';
  if (value === null) return 'undefined';
  return kind === 'port' || kind === 'integer' ? digits(Number(value)) : quoted(value);
}

const wrongByKind: Readonly<Record<Variable['kind'], readonly string[]>> = {
  text: [],
  file: ['somewhere'],
  port: ['65536', '3e3'],
  integer: ['-1', 'ten'],
  choice: ['nonsense'],
  list: ['*', '0.0.0.0/0'],
};

/** One environment variable as the templates of the configuration and its test see it. */
export function variableView(variable: Variable) {
  const fallback = valueOf(variable);
  const suffix = fallback === 'undefined' ? '.optional()' : `.default(${fallback})`;
  return {
    name: variable.name,
    property: camel(variable.name),
    schema: `${schemaOf(variable)}${suffix}`,
    value: fallback,
    wrong: wrongByKind[variable.kind],
  };
}
