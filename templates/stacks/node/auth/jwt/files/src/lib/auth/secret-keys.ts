/** Nothing logs headers or bodies; should anything begin to, these stay out of the log. */
export const secretKeys = [
  'authorization',
  'cookie',
  'password',
  'currentPassword',
  'newPassword',
  'passwordHash',
  'accessToken',
  'refreshToken',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
