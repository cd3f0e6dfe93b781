import type { Field } from '../../../generators/core/spec/field.ts';
import { spell } from '../../../generators/core/spec/names.ts';

/** What a model, or the module that it is in, already means something by. */
const taken: ReadonlySet<string> = new Set(
  `and as assert async await break class continue def del elif else except finally for from global
   if import in is lambda nonlocal not or pass raise return try while with yield
   check clean clean_fields created_at date_error_message delete from_db full_clean
   get_constraints get_deferred_fields id objects owner pk prepare_database_save refresh_from_db
   save self serializable_value unique_error_message updated_at validate_constraints validate_unique
   version clock datetime decimal models uuid validators`.split(/\s+/u),
);

/**
 * The column of a name: what stands in JSON is made from it, so the way there must lead back
 * (`httpURL` has no way back from `http_url`).
 */
export function columnOf(name: string): string {
  const { snake } = spell(name);
  const back = snake.replaceAll(/_(.)/gu, (_, letter: string) => letter.toUpperCase());
  return back === name ? snake : name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

/** The attribute of a model that is a field. */
export function attributeOf({ name }: Field): string {
  const column = columnOf(name);
  return taken.has(column) ? `${column}_value` : column;
}

/** The constant that holds the sample of a resource. */
export const sampleOf = (resource: string): string =>
  `${spell(resource).snake.toUpperCase()}_SAMPLE`;
