import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { hasCode } from './system-error.ts';

/** The process that holds a transaction. */
export interface Owner {
  /** 0 for one that has given up and left the work to the next. */
  readonly pid: number;
  /** Tells a process from a later one with the same number; empty where the system does not say. */
  readonly start: string;
  /** Where the number means something: a container has numbers of its own. */
  readonly place: string;
  /** How many folders it made to have a root, counted from the root upwards. */
  readonly created: number;
}

/** A process that we cannot ask about, on another machine or in a container, counts as alive this long. */
const strangerMs = 60_000;

function fromSystem(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

const startOf = (pid: number): string =>
  fromSystem(() => {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in brackets may itself hold spaces and brackets; the start time is the 20th field after it.
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').replace(/^.*\) /s, '');
    return `${boot} ${fields.split(' ')[19] ?? ''}`;
  });

const thisPlace = (): string =>
  [hostname(), fromSystem(() => readlinkSync('/proc/self/ns/pid'))].join(' ');

export const thisOwner = (created: number): Owner => ({
  pid: process.pid,
  start: startOf(process.pid),
  place: thisPlace(),
  created,
});

/** @returns undefined for anything that we did not write whole, which a power cut can leave */
export function parseOwner(text: string): Owner | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { pid, start, place, created } = value as Record<keyof Owner, unknown>;
  if (typeof start !== 'string' || typeof place !== 'string') return undefined;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 0) return undefined;
  if (typeof created !== 'number' || !Number.isSafeInteger(created)) return undefined;
  return { pid, start, place, created };
}

export function isPidAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/** @param writtenAt when the owner signed, in milliseconds since 1970 */
export function isAlive(owner: Owner, writtenAt: number): boolean {
  if (owner.pid === 0) return false;
  if (owner.place !== thisPlace()) return Date.now() - writtenAt < strangerMs;
  if (!isPidAlive(owner.pid)) return false;
  return owner.start === '' || owner.start === startOf(owner.pid);
}
