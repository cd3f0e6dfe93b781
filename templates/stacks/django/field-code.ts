import { boundsOf, defaultOf, propertyOf } from '../../../generators/core/spec/field.ts';
import type { Field, FieldType } from '../../../generators/core/spec/field.ts';
import { longestName } from '../../../generators/core/spec/name-rules.ts';
import { spell } from '../../../generators/core/spec/names.ts';
import { py } from '../../../generators/core/render/quote.ts';
import { call, list } from './literals.ts';
import { attributeOf, columnOf } from './names.ts';

/** How a module is called where a field is declared, and how it gets there. */
interface Words {
  readonly validators: string;
  readonly actions: string;
  /** The model that a reference is to. */
  readonly target: (reference: Target) => string;
}

/** The model that a reference is to, and the app that it is in. */
export interface Target {
  readonly app: string;
  readonly model: string;
  readonly isOwn: boolean;
}

/** As people write models. */
export const inModels: Words = {
  validators: 'validators',
  actions: 'models',
  target: ({ app, model, isOwn }) => (isOwn ? 'self' : `${app}.${spell(model).pascal}`),
};

/** As Django writes migrations. */
export const inMigrations: Words = {
  validators: 'django.core.validators',
  actions: 'django.db.models.deletion',
  target: ({ app, model }) => `${app}.${model.toLowerCase()}`,
};

const kinds: Readonly<Record<FieldType, string>> = {
  string: 'CharField',
  text: 'TextField',
  email: 'EmailField',
  url: 'URLField',
  uuid: 'UUIDField',
  integer: 'IntegerField',
  bigint: 'BigIntegerField',
  decimal: 'DecimalField',
  float: 'FloatField',
  boolean: 'BooleanField',
  date: 'DateField',
  datetime: 'DateTimeField',
  json: 'JSONField',
  enum: 'CharField',
  reference: 'ForeignKey',
};

/** The class of Django that keeps a type of field. */
export const kindOf = ({ type, unique }: Field): string =>
  type === 'reference' && unique ? 'OneToOneField' : kinds[type];

const actions = { restrict: 'PROTECT', cascade: 'CASCADE', setNull: 'SET_NULL' } as const;

/** A value of a field, as Python has it. */
export function literalOf({ type }: Field, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const text = String(value);
  switch (type) {
    case 'decimal':
      return `decimal.Decimal("${text}")`;
    case 'uuid':
      return `uuid.UUID("${text}")`;
    case 'date':
      return `datetime.date(${text.split('-').map(Number).join(', ')})`;
    case 'datetime':
      return `datetime.datetime.fromisoformat("${text}")`;
    case 'integer':
    case 'bigint':
    case 'float':
      return text.replace('e+', 'e');
    default:
      return py(text);
  }
}

const choicesOf = (values: readonly string[]): string =>
  `choices=${list(values.map((value) => `(${py(value)}, ${py(value)})`))}`;

/** What a type has to be told. */
function ownArguments(field: Field, target: Target | undefined, words: Words): readonly string[] {
  switch (field.type) {
    case 'string':
    case 'text':
      return [`max_length=${field.maxLength}`];
    case 'email':
      return ['max_length=254'];
    case 'url':
      return ['max_length=2000'];
    case 'enum':
      return [`max_length=${longestName}`, choicesOf(field.values)];
    case 'decimal':
      return [`max_digits=${field.precision}`, `decimal_places=${field.scale}`];
    case 'reference': {
      if (target === undefined) throw new Error(`there is no resource ${field.resource}`);
      const action = `${words.actions}.${actions[field.onDelete]}`;
      return [`to="${words.target(target)}"`, `on_delete=${action}`, 'related_name="+"'];
    }
    default:
      return [];
  }
}

function validatorsOf(field: Field, words: Words): readonly string[] {
  const { min, max } = boundsOf(field);
  const bound = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [call(`${words.validators}.${name}`, [literalOf(field, value)])];
  return [
    ...('minLength' in field && field.minLength > 1
      ? [`${words.validators}.MinLengthValidator(${field.minLength})`]
      : []),
    ...bound('MinValueValidator', min),
    ...bound('MaxValueValidator', max),
  ];
}

/** A field as models and migrations declare it. */
export function definitionOf(field: Field, target: Target | undefined, words: Words): string {
  const standard = defaultOf(field);
  const validators = validatorsOf(field, words);
  const [attribute, column] = [attributeOf(field), columnOf(propertyOf(field))];
  const isPlain = (field.type === 'reference' ? `${attribute}_id` : attribute) === column;
  return call(`models.${kindOf(field)}`, [
    ...ownArguments(field, target, words),
    ...(field.required ? [] : ['null=True', 'blank=True']),
    ...(field.unique && field.type !== 'reference' ? ['unique=True'] : []),
    ...(field.index ? ['db_index=True'] : []),
    ...(standard === undefined ? [] : [`default=${literalOf(field, standard)}`]),
    ...(validators.length === 0 ? [] : [`validators=${list(validators)}`]),
    ...(isPlain ? [] : [`db_column="${column}"`]),
  ]);
}

/** Modules whose classes values of a type are. */
const valueModules: Readonly<Partial<Record<FieldType, string>>> = {
  decimal: 'decimal',
  uuid: 'uuid',
  date: 'datetime',
  datetime: 'datetime',
};

/** What a declaration has to import: `validators`, `actions`, or a module of Python. */
export function importedBy(field: Field): readonly string[] {
  const hasValues = defaultOf(field) !== undefined || Object.keys(boundsOf(field)).length > 0;
  const module = valueModules[field.type];
  return [
    ...(hasValues && module !== undefined ? [module] : []),
    ...(validatorsOf(field, inModels).length > 0 ? ['validators'] : []),
    ...(field.type === 'reference' ? ['actions'] : []),
  ];
}
