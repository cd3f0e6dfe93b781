import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'mysql2';

/** What the driver wants to know of a URL; by itself it would take any of its options from there. */
export function connectionOptions(url: string): ConnectionOptions {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const mode = searchParams.get('ssl-mode') ?? 'DISABLED';
  const authority = searchParams.get('ssl-ca');
  const isVerified = mode === 'VERIFY_IDENTITY';
  return {
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(mode !== 'DISABLED' && {
      ssl: {
        rejectUnauthorized: isVerified,
        verifyIdentity: isVerified,
        ...(authority !== null && { ca: readFileSync(authority, 'utf8') }),
      },
    }),
  };
}
