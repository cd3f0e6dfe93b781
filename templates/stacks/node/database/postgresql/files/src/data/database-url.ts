import * as z from 'zod';

const parameters: Readonly<Record<string, RegExp>> = {
  sslmode: /^(?:disable|no-verify|verify-full)$/,
  sslrootcert: /./,
};

/** Where the data lives: the URL of a database. */
export const databaseUrl = z
  .string('is required')
  .refine(isDatabase, 'must be a URL such as postgres://user:password@127.0.0.1:5432/database')
  .refine(
    hasKnownParameters,
    'takes the parameters sslmode (verify-full) and sslrootcert alone, each once',
  )
  .refine(hasUseForAuthority, 'takes sslrootcert beside sslmode=verify-full alone');

function isDatabase(value: string): boolean {
  const { protocol, hostname, pathname } = URL.parse(value) ?? {};
  return (
    /^postgres(?:ql)?:$/.test(protocol ?? '') && hostname !== '' && /^\/[^/]+$/.test(pathname ?? '')
  );
}

function hasKnownParameters(value: string): boolean {
  const given = [...(URL.parse(value)?.searchParams ?? [])];
  const names = new Set(given.map(([name]) => name));
  return (
    names.size === given.length && given.every(([name, setting]) => parameters[name]?.test(setting))
  );
}

/** Otherwise nobody would be checked by it. */
function hasUseForAuthority(value: string): boolean {
  const given = URL.parse(value)?.searchParams;
  return !given?.has('sslrootcert') || given.get('sslmode') === 'verify-full';
}
