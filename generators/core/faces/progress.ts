/** Long work tells about itself on standard error: standard output may be a JSON document. */
export const progress = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
