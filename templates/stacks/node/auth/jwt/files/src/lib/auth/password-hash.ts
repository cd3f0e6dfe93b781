import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

interface Cost {
  /** In KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's recommendation; raise it as machines grow, and old hashes follow at the next sign-in. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };

const derive = promisify(argon2);
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** A hash of nothing: to check it takes the time that it takes to check a real one. */
export const unusableHash = format(cost, randomBytes(16), randomBytes(32));

/** Returns the argon2id hash in PHC format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return format(cost, salt, await run(password, cost, salt, 32));
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const { salt, key, ...used } = parse(hash);
  return timingSafeEqual(key, await run(password, used, salt, key.length));
}

/** Tells whether a hash was made with less effort than is asked for today. */
export function isOutdated(hash: string): boolean {
  const { memory, passes, parallelism } = parse(hash);
  return memory < cost.memory || passes < cost.passes || parallelism < cost.parallelism;
}

function run(password: string, { memory, passes, parallelism }: Cost, salt: Buffer, size: number) {
  const parameters = { memory, passes, parallelism, nonce: salt, tagLength: size };
  return derive('argon2id', { ...parameters, message: password });
}

function format({ memory, passes, parallelism }: Cost, salt: Buffer, key: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(key)}`;
}

function parse(hash: string) {
  const [, memory, passes, parallelism, salt, key] = phc.exec(hash) ?? [];
  if (!salt || !key) throw new Error('The stored password hash is not argon2id in PHC format.');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  };
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
