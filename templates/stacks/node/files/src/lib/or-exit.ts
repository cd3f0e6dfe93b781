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
    process.stderr.write(`${blamed}${error instanceof Error ? error.message : String(error)}\n`);
    return process.exit(1);
  }
}
