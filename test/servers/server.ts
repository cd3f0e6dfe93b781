/** A program that serves databases to the tests of one run. */
export interface Server {
  /** What people call it, version included. */
  readonly label: string;
  /** The environment variable that tells the tests its URL. */
  readonly variable: string;
  /** Why it can neither be found nor installed on this machine; `undefined` when it can. */
  readonly excuse: () => string | undefined;
  /** Installs it if it is missing, and resolves once it takes connections. */
  readonly start: (place: Place) => Promise<Started>;
  /** Starts one that has ended, with all that it knew; its process, once it takes connections. */
  readonly resume: (place: Place) => Promise<number>;
}

/** Where one server lives. */
export interface Place {
  /** Empty, of its own; every user may pass through. */
  readonly folder: string;
  readonly certificate: Certificate;
}

/** Files of a certificate for 127.0.0.1 and localhost, which vouches for itself. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

export interface Started {
  /** As a user who may create databases and do nothing else that an ordinary user may not. */
  readonly url: string;
  readonly pid: number;
  /** Asks it to stop at once, whoever is connected. */
  readonly signal: NodeJS.Signals;
}

/** The user of the tests and the database that the user's URL names. */
export const name = 'groundwork';
