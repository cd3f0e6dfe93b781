import type { Model } from '../../../generators/core/model/model.ts';
import { factsOf } from '../../../generators/core/model/facts.ts';

/** A field of serializers: the fact that it hangs on, and what it stands for. */
interface SerializerField {
  readonly fact: string;
  readonly module: string;
  readonly name: string;
  /** Classes of Django, of the fields for which it stands. */
  readonly models: readonly string[];
  /** In place of a class: choices of any field, or relations. */
  readonly role?: 'choice' | 'related';
}

const all: readonly SerializerField[] = [
  { fact: 'bigint', module: 'bigint', name: 'BigIntegerField', models: ['BigIntegerField'] },
  { fact: 'boolean', module: 'boolean', name: 'BooleanField', models: ['BooleanField'] },
  { fact: 'one-of', module: 'choice', name: 'ChoiceField', models: [], role: 'choice' },
  { fact: 'date', module: 'date', name: 'DateField', models: ['DateField'] },
  { fact: 'list', module: 'datetime', name: 'DateTimeField', models: ['DateTimeField'] },
  { fact: 'decimal', module: 'decimal', name: 'DecimalField', models: ['DecimalField'] },
  { fact: 'email', module: 'email', name: 'EmailField', models: ['EmailField'] },
  { fact: 'float', module: 'float', name: 'FloatField', models: ['FloatField'] },
  { fact: 'integer', module: 'integer', name: 'IntegerField', models: ['IntegerField'] },
  { fact: 'json', module: 'json', name: 'JsonField', models: ['JSONField'] },
  { fact: 'reference', module: 'reference', name: 'ReferenceField', models: [], role: 'related' },
  { fact: 'characters', module: 'text', name: 'TextField', models: ['CharField', 'TextField'] },
  { fact: 'url', module: 'url', name: 'UrlField', models: ['URLField'] },
  { fact: 'list', module: 'uuid', name: 'UuidField', models: ['UUIDField'] },
];

/** What `common/fields/mapping.py` prints. */
export function fieldsView(spec: Model['spec']) {
  const facts = factsOf(spec);
  const used = all.filter(({ fact }) => facts.has(`has/${fact}`));
  return {
    fieldModules: used.map(({ module, name }) => ({ module, name })),
    fieldRoles: used.flatMap(({ role, name }) => (role === undefined ? [] : [{ role, name }])),
    fieldMapping: used
      .flatMap(({ models, name }) => models.map((model) => ({ model, name })))
      .toSorted((a, b) => (a.model < b.model ? -1 : 1)),
  };
}
