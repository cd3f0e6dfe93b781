import type * as z from 'zod';
import { type Fault, Problem } from './problem.ts';

export type RequestPart = 'body' | 'headers' | 'params' | 'querystring';

/** Returns what the schema makes of one part of a request, or throws the problem it shows. */
export function parsePart<Output>(
  schema: z.ZodType<Output>,
  part: RequestPart,
  value: unknown,
): Output {
  const result = schema.safeParse(value, { error: nameMissing });
  if (result.success) return result.data;
  throw problemIn(part, result.error.issues);
}

function problemIn(part: RequestPart, issues: readonly z.core.$ZodIssue[]): Problem {
  if (part === 'params') return new Problem('not-found', 'There is nothing at this address.');
  if (part === 'headers') {
    const details = issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    return new Problem('malformed', details.join(' '));
  }
  const errors = issues.flatMap((issue) => faults(part, issue));
  return new Problem('validation', `The ${part} has ${errors.length} fault(s).`, { errors });
}

function nameMissing(issue: { readonly input?: unknown }): string | undefined {
  return issue.input === undefined ? 'is required' : undefined;
}

function faults(part: RequestPart, issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fault(part, [...issue.path, key], 'is not known'));
  }
  return [fault(part, issue.path, issue.message)];
}

function fault(part: RequestPart, path: readonly PropertyKey[], detail: string): Fault {
  if (part === 'querystring') return { parameter: path.map(String).join('.'), detail };
  return { pointer: path.map((key) => `/${escapeKey(String(key))}`).join(''), detail };
}

/** RFC 6901, section 3. */
function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
