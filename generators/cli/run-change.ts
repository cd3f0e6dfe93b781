import {
  applyChange,
  finishChange,
  openChange,
  planChange,
} from '../core/faces/change/change-run.ts';
import type { ChangeCommand } from '../core/faces/change/command.ts';
import { parseFlags } from '../core/faces/flags.ts';
import { interruptible } from '../core/faces/interruptible.ts';
import type { CommandModule } from './command.ts';

/** A command that changes the project in which it is called. */
export const changeModule = (command: ChangeCommand): CommandModule => ({
  flags: command.flags,
  async run(words) {
    const { values, positionals } = parseFlags(words, command.flags, command.hintOfFlag);
    const looked = await command.look?.(process.cwd(), values);
    if (looked !== undefined) return looked;
    const planned = await planChange(await openChange(command, process.cwd(), positionals, values));
    const signal = interruptible();
    await applyChange(planned, signal);
    return finishChange(planned, signal);
  },
});
