import * as z from 'zod';

const parameters: Readonly<Record<string, RegExp>> = {
  'ssl-mode': /^(?:DISABLED|REQUIRED|VERIFY_IDENTITY)$/,
  'ssl-ca': /./,
};

/** Where the data lives: the URL of a database. */
export const databaseUrl = z
  .string('is required')
  .refine(isDatabase, 'must be a URL such as mysql://user:password@127.0.0.1:3306/database')
  .refine(
    hasKnownParameters,
    'takes the parameters ssl-mode (VERIFY_IDENTITY) and ssl-ca alone, each once',
  )
  .refine(hasUseForAuthority, 'takes ssl-ca beside ssl-mode=VERIFY_IDENTITY alone');

function isDatabase(value: string): boolean {
  const { protocol, hostname, pathname = '' } = URL.parse(value) ?? {};
  return protocol === 'mysql:' && hostname !== '' && /^\/[^/]+$/.test(pathname);
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
  return !given?.has('ssl-ca') || given.get('ssl-mode') === 'VERIFY_IDENTITY';
}
