/**
 * Templates whose files moved in the generated project: where a template was -> where it is, both
 * relative to `templates/`. An upgrade then takes the team's edits along to the new place. A row
 * stays for good: nobody knows from which version somebody comes.
 */
export const moved: Readonly<Record<string, string>> = {};
