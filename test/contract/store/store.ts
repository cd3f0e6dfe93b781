/** How a store can fail without losing anything. */
export type Outage =
  /** Nothing is there: whoever asks is refused at once. */
  | 'gone'
  /** It is there, but nobody gets an answer. */
  | 'silent';

/** The database of one server under test. */
export interface Store {
  readonly url: string;
  /** Makes new stores that begin with what is in this one now, which nobody may use meanwhile. */
  readonly snapshot: () => Promise<Snapshot>;
  readonly takeAway: (outage: Outage) => Promise<void>;
  readonly bringBack: () => Promise<void>;
  /** Ends all connections at once, though new ones can be made; nothing where there are none. */
  readonly disconnect: () => Promise<void>;
  /** Drops all tables. */
  readonly ruin: () => Promise<void>;
  /** What was not put away when the process had ended, each in a few words. */
  readonly leftovers: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

export interface Snapshot {
  readonly create: () => Promise<Store>;
  readonly remove: () => Promise<void>;
}

/** One kind of database. */
export interface Stores {
  /** An empty store. */
  readonly create: () => Promise<Store>;
  /** What connects to a server can lose it, and can wait for it; a file knows but one outage. */
  readonly isServer: boolean;
  /** Values of DATABASE_URL that must be refused. */
  readonly wrongUrls: readonly string[];
}
