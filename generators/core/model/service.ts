/** An image that nobody can change: the digest decides, the tag is for readers and update bots. */
export interface PinnedImage {
  readonly name: string;
  readonly tag: string;
  readonly digest: string;
}

/** Variables of a container; `null` stands for the password of the service. */
export type ServiceEnvironment = Readonly<Record<string, string | null>>;

/** A server that the back end talks to, as a container runs it: plain data, without any language. */
export interface Service {
  /** One word: its container, its volume, and its host for other containers. */
  readonly name: string;
  readonly image: PinnedImage;
  readonly port: number;
  /** The variable by which the back end is told where it is, and what its URL is made of. */
  readonly url: {
    readonly variable: string;
    readonly scheme: string;
    readonly user: string;
    readonly database: string;
  };
  /** The variable of `.env` that holds its password: letters, digits, - and _, for it stands in a URL. */
  readonly password: string;
  readonly environment: ServiceEnvironment;
  /** Where tests run, who may create databases, and the variables that see to it. */
  readonly testing: { readonly user: string; readonly environment: ServiceEnvironment };
  /** An argument list that fails until the server takes connections from others. */
  readonly health: readonly [string, ...string[]];
  /** The folder in the container that must outlive it. */
  readonly data: string;
}

/** As container engines want it. */
export const imageOf = ({ name, tag, digest }: PinnedImage): string => `${name}:${tag}@${digest}`;

/** The variables of the container with this password. */
export const withPassword = (
  environment: ServiceEnvironment,
  password: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value ?? password]));

/** Where the service is at this host, for a user with this password; without one it is left out. */
export function urlOf(
  { url: { scheme, user, database }, port }: Service,
  at: { readonly host: string; readonly password: string; readonly user?: string },
): string {
  const password = at.password === '' ? '' : `:${at.password}`;
  return `${scheme}://${at.user ?? user}${password}@${at.host}:${port}/${database}`;
}
