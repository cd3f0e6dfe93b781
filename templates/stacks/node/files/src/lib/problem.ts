import { STATUS_CODES } from 'node:http';

/** Every kind of problem the API answers with; docs/problems.md explains each to its callers. */
const statuses = {
  malformed: 400,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'precondition-failed': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  validation: 422,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
} as const;

type ProblemKind = keyof typeof statuses;

/** Where in the request a fault lies: a JSON pointer into the body, or a query parameter. */
export type Fault =
  | { readonly pointer: string; readonly detail: string }
  | { readonly parameter: string; readonly detail: string };

interface ProblemOptions extends ErrorOptions {
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error whose kind, message and faults may be shown to the caller. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly status: number;
  readonly errors: readonly Fault[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: ProblemKind, detail: string, options: ProblemOptions = {}) {
    super(detail, options);
    this.kind = kind;
    this.status = statuses[kind];
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }

  /** The RFC 9457 body. */
  toBody(path: string, requestId: string) {
    return {
      type: `/problems/${this.kind}`,
      title: STATUS_CODES[this.status],
      status: this.status,
      detail: this.message,
      instance: path,
      requestId,
      ...(this.errors && { errors: this.errors }),
    };
  }
}

/** The problem for a status that a framework chose; what it does not know becomes a 500. */
export function problemOfStatus(status: number | undefined, cause: unknown): Problem {
  const kinds = Object.keys(statuses) as ProblemKind[];
  const kind = kinds.find((candidate) => statuses[candidate] === status) ?? 'internal';
  return new Problem(kind, STATUS_CODES[statuses[kind]] ?? kind, { cause });
}
