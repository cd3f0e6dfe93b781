import type { Variable } from '../../../generators/core/model/contribution.ts';
import { digits, lineWidth, quoted } from './literals.ts';
import type { ProjectSlots } from './slots.ts';

const camel = (name: string): string =>
  name.toLowerCase().replaceAll(/_(.)/gu, (_, letter: string) => letter.toUpperCase());

/** The check of one kind of variable, as an expression over the helpers of `src/config.ts`. */
function schemaOf(variable: Variable): string {
  switch (variable.kind) {
    case 'text':
      return 'z.string()';
    case 'file':
    case 'store':
      return camel(variable.name);
    case 'secret':
      return 'secret';
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

/** The default as the configuration holds it, an expression too; where there is none, what tests set. */
function valueOf({ name, kind, default: value }: Variable, required: ProjectSlots['required']) {
  const given = required.find(({ variables }) => variables.includes(name));
  if (given !== undefined) return `${given.name}.${name}`;
  if (kind === 'list') return '[]';
  if (value === null) return 'undefined';
  return kind === 'port' || kind === 'integer' ? digits(Number(value)) : quoted(value);
}

const wrongByKind: Readonly<Record<Variable['kind'], readonly string[]>> = {
  text: [],
  file: ['somewhere'],
  store: ['somewhere'],
  port: ['65536', '3e3'],
  integer: ['-1', 'ten'],
  choice: ['nonsense'],
  list: ['*', '0.0.0.0/0'],
  secret: ['', 'short'],
};

/** A property of the schema in `src/config.ts`, on lines of its own where one is too short. */
function propertyOf(name: string, schema: string, fallback: string): string {
  const line = `    ${name}: ${schema}${fallback},`;
  return line.length <= lineWidth
    ? line
    : `    ${name}: ${schema.replace(/^z/u, 'z\n      ')}\n      ${fallback},`;
}

/** One environment variable as the templates of the configuration and its test see it. */
export function variableView(variable: Variable, required: ProjectSlots['required']) {
  const { name, kind } = variable;
  const value = valueOf(variable, required);
  const fallback = value === 'undefined' ? '.optional()' : `.default(${value})`;
  const isRequired = required.some(({ variables }) => variables.includes(name));
  return {
    name,
    property: camel(name),
    line: propertyOf(name, schemaOf(variable), isRequired ? '' : fallback),
    imports: kind === 'secret' ? "import { secret } from './lib/auth/secret.ts';" : null,
    value,
    wrong: wrongByKind[kind],
  };
}
