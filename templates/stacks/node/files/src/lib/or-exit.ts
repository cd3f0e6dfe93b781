/**
 * Returns what the work returns. When it fails, the process ends with exit code 1 and a sentence
 * instead of a stack trace: what the environment asks for is wrong, not the program.
 *
 * @param variables the environment variables to blame, where the error does not name them itself
 */
export async function orExit<Result>(
  work: () => Result | Promise<Result>,
  variables = '',
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const blamed = variables && `${variables}: `;
    process.stderr.write(`${blamed}${messageOf(error)}\n`);
    return process.exit(1);
  }
}

/** With that of its cause: what callers may be told is not all that operators must know. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A connection that was refused at several addresses has a code, but no message.
  const message = error.message || ('code' in error ? String(error.code) : error.name);
  return error.cause === undefined ? message : `${message} ${messageOf(error.cause)}`;
}
