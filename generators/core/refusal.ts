/** Exit codes of the command, listed in the README. */
export const exitCodes = { done: 0, refused: 1, usage: 2, conflict: 3, cancelled: 130 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One thing that is wrong with what was asked, and where. */
export interface Fault {
  /** Of the answer (`resources[0].name`) or flag (`--stack`); empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** What somebody typed may be part of a sentence: it must not break the line, nor steer the terminal. */
export const printable = (text: string): string =>
  text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );

/**
 * The one error that users are meant to read: one sentence that says what is wrong and what to do.
 * Anything else that is thrown is a fault of ours.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly exitCode: ExitCode;
  readonly faults: readonly Fault[];

  constructor(
    message: string,
    options: { exitCode?: ExitCode; faults?: readonly Fault[]; cause?: unknown } = {},
  ) {
    super(printable(message), options.cause === undefined ? {} : { cause: options.cause });
    this.exitCode = options.exitCode ?? exitCodes.refused;
    this.faults = (options.faults ?? []).map(({ path, message: text }) => ({
      path: printable(path),
      message: printable(text),
    }));
  }
}
