import pluralize from 'pluralize';

/** What several are called when nobody says: `news`, which is also the plural of `news`, become `newsItems`. */
export function pluralOf(name: string): string {
  const plural = pluralize.plural(name);
  return plural === name ? `${name}Items` : plural;
}
