import { printError } from '../core/faces/report.ts';
import { exitCodes } from '../core/refusal.ts';
import type { ExitCode } from '../core/refusal.ts';
import { commands } from './commands.ts';

async function dispatch([word, ...rest]: readonly string[]): Promise<ExitCode> {
  const wanted = commands.find(({ name }) => name === word);
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    const { helpOf, overview } = await import('./help.ts');
    const about = commands.find(({ name }) => name === rest[0]);
    process.stdout.write(about === undefined ? overview() : await helpOf(about));
    return exitCodes.done;
  }
  if (wanted === undefined) {
    const { unknownCommand } = await import('./unknown-command.ts');
    throw unknownCommand(word);
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    const { helpOf } = await import('./help.ts');
    process.stdout.write(await helpOf(wanted));
    return exitCodes.done;
  }
  return (await wanted.load()).run(rest);
}

/** A reader that went away (`groundwork choices | head`) is no fault of anybody. */
const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';

/** The own door: words in, exit code out. */
export async function run(words: readonly string[]): Promise<void> {
  process.stdout.on('error', (error) => {
    if (!isClosedPipe(error)) throw error;
  });
  try {
    process.exitCode = await dispatch(words);
  } catch (error) {
    process.exitCode = printError(error, words[0] ?? '', {
      json: words.includes('--json'),
      debug: words.includes('--debug'),
    });
  }
}
