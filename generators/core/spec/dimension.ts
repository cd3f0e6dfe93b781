/** One answer to a question of the generator. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** What choosing it means, in a few words. */
  readonly hint: string;
  /** Databases of one family share repositories and migrations. */
  readonly family?: string;
  /** What it brings along, as the facts `has/<...>` that resources bring too. */
  readonly has?: readonly string[];
  /** Names that resources cannot have beside it; `word*` are all that begin with that word. */
  readonly reserves?: readonly string[];
}

/** One question of the generator. */
export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly default: string;
  readonly choices: readonly Choice[];
}

/** The choices in `when` exclude each other. */
export interface Rule {
  readonly when: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly instead: string;
}
