/** How this program was called, so that what we print can be typed again. */
export function invocation(name: string): string {
  const { npm_lifecycle_event: script, npm_command: command } = process.env;
  if (script === 'start') return `npm start -- ${name}`;
  return `${command === 'exec' ? 'npx generator-groundwork' : 'groundwork'} ${name}`;
}
