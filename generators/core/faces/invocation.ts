/** How this program was called, so that what we print can be typed again. */
export function invocation(): string {
  const { npm_lifecycle_event: script, npm_command: command } = process.env;
  if (script === 'start') return 'npm start -- new';
  return command === 'exec' ? 'npx generator-groundwork new' : 'groundwork new';
}
