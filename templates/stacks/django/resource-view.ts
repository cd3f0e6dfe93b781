import type { Model } from '../../../generators/core/model/model.ts';
import type { View } from '../../../generators/core/model/stack.ts';
import { isFilterable, isSortable } from '../../../generators/core/spec/field.ts';
import type { Field, Resource } from '../../../generators/core/spec/field.ts';
import type { Names } from '../../../generators/core/spec/names.ts';
import { definitionOf, importedBy, inModels } from './field-code.ts';
import { call, indented, list, listOfTexts } from './literals.ts';
import { attributeOf } from './names.ts';
import { sampleView } from './sample-view.ts';
import { resourceSlots } from './slots.ts';
import { indexesOf, tableOf, targetOf } from './table.ts';

const rowModel = { name: 'Row', from: 'common.models' };
const rowSerializer = { name: 'RowSerializer', from: 'common.serializers' };
const rowViewSet = { name: 'RowViewSet', from: 'common.row_viewsets' };

const importOf = ({ name, from }: { readonly name: string; readonly from: string }) =>
  `from ${from} import ${name}`;

/** What the fields of a model need, by the groups in which Python's formatters sort imports. */
function modelImports(fields: readonly Field[], base: string) {
  const used = new Set(fields.flatMap(importedBy));
  const own = ['datetime', 'decimal', 'uuid'].filter((module) => used.has(module));
  return [
    own.map((module) => `import ${module}`),
    [
      ...(used.has('validators') ? ['from django.core import validators'] : []),
      'from django.db import models',
    ],
    [base],
  ]
    .filter((group) => group.length > 0)
    .map((group) => `${group.join('\n')}\n`)
    .join('\n');
}

/** What the templates of one resource print, beside its names. */
export function resourceView(resource: Resource, names: Names, model: Model): View {
  const { fields } = resource;
  const slots = resourceSlots(model, resource.name);
  const table = tableOf(resource, names, model);
  const base = slots.models.at(-1) ?? rowModel;
  const serializer = slots.serializers.at(-1) ?? rowSerializer;
  const viewSet = slots.viewSets.at(-1) ?? rowViewSet;
  const indexes = indexesOf(table).map(({ name, columns }) =>
    call('models.Index', [`fields=${listOfTexts(columns)}`, `name="${name}"`]),
  );
  return {
    table: table.name,
    model: {
      imports: modelImports(fields, importOf(base)),
      base: base.name,
      fields: fields.map((field) => ({
        attribute: attributeOf(field),
        definition: indented(definitionOf(field, targetOf(field, resource, model), inModels), 4),
      })),
      indexes: indented(list(indexes), 8),
    },
    serializer: {
      imports: importOf(serializer),
      base: serializer.name,
      fields: indented(
        listOfTexts(['id', ...fields.map(attributeOf), 'created_at', 'updated_at']),
        8,
      ),
    },
    viewSet: {
      imports: importOf(viewSet),
      base: viewSet.name,
      sorted: indented(
        listOfTexts(['created_at', 'updated_at', ...fields.filter(isSortable).map(attributeOf)]),
        4,
      ),
      filtered: indented(listOfTexts(fields.filter(isFilterable).map(attributeOf)), 4),
    },
    sample: sampleView(resource, model, slots),
  };
}
