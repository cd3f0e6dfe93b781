import Generator from 'yeoman-generator';
import type { BaseOptions } from 'yeoman-generator';
import type { FlagValues } from '../flags.ts';
import { interruptible } from '../interruptible.ts';
import { printError } from '../report.ts';
import { applyChange, finishChange, openChange, planChange } from './change-run.ts';
import type { Change, PlannedChange } from './change-run.ts';
import type { ChangeCommand } from './command.ts';

/** The Yeoman door of a command: its steps, one in each phase of Yeoman, with the same words. */
export const yeomanDoor = (command: ChangeCommand) =>
  class extends Generator {
    // Fields of a class that a function returns cannot be private.
    _opened: Change | undefined;
    _planned: PlannedChange | undefined;
    readonly _signal = interruptible();

    constructor(args: string[], options: BaseOptions) {
      // Yeoman's own commit writes file by file and cannot be undone; ours is all or nothing.
      super(args, options, { customCommitTask: () => this._apply(), customInstallTask: true });
      this.argument('words', { type: Array, required: false, description: 'as for groundwork' });
      for (const { name, type, does } of command.flags) {
        this.option(name, { type: type === 'string' ? String : Boolean, description: does });
      }
    }

    async prompting(): Promise<void> {
      await this._step(async () => {
        const looked = await command.look?.(this.contextRoot, this._values());
        if (looked !== undefined) process.exitCode = looked;
        else this._opened = await openChange(command, this.contextRoot, this.args, this._values());
      });
    }

    async writing(): Promise<void> {
      await this._step(async () => {
        if (this._opened !== undefined) this._planned = await planChange(this._opened);
      });
    }

    async end(): Promise<void> {
      await this._step(async () => {
        if (this._planned === undefined) return;
        process.exitCode = await finishChange(this._planned, this._signal);
      });
    }

    async _apply(): Promise<void> {
      await this._step(async () => {
        if (this._planned !== undefined) await applyChange(this._planned, this._signal);
      });
    }

    /** Our flags among all that Yeoman keeps in its options. */
    _values(): FlagValues {
      const options = this.options as unknown as FlagValues;
      return Object.fromEntries(command.flags.map(({ name }) => [name, options[name]]));
    }

    /** What goes wrong is said in one sentence; what comes after it finds nothing to do. */
    async _step(step: () => Promise<void>): Promise<void> {
      try {
        await step();
      } catch (error) {
        this._planned = undefined;
        const { json, debug } = this._values();
        process.exitCode = printError(error, command.name, {
          json: json === true,
          debug: debug === true,
        });
      }
    }
  };
