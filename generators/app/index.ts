import { resolve } from 'node:path';
import Generator from 'yeoman-generator';
import type { BaseOptions } from 'yeoman-generator';
import type { FlagValues } from '../core/faces/flags.ts';
import { interruptible } from '../core/faces/interruptible.ts';
import { newFlags } from '../core/faces/new-flags.ts';
import { applyRun, finishRun, openRun, planRun } from '../core/faces/new-run.ts';
import type { PlannedRun, Run } from '../core/faces/new-run.ts';
import { printError } from '../core/faces/report.ts';

/** `yo groundwork`: the steps of `groundwork new`, one in each phase of Yeoman. */
export default class AppGenerator extends Generator {
  private opened: Run | undefined;
  private planned: PlannedRun | undefined;
  private readonly signal = interruptible();

  constructor(args: string[], options: BaseOptions) {
    // Yeoman's own commit writes file by file and cannot be undone; ours is all or nothing.
    super(args, options, { customCommitTask: () => this._apply(), customInstallTask: true });
    this.argument('directory', { type: String, required: false, description: 'where it goes' });
    for (const { name, type, does } of newFlags) {
      this.option(name, { type: type === 'string' ? String : Boolean, description: does });
    }
  }

  async prompting(): Promise<void> {
    await this._step(async () => {
      const { directory } = this.options as { readonly directory?: string };
      const root = resolve(this.contextRoot, directory ?? '.');
      this.opened = await openRun('groundwork new', root, this._values());
    });
  }

  async writing(): Promise<void> {
    await this._step(async () => {
      if (this.opened !== undefined) this.planned = await planRun(this.opened);
    });
  }

  async end(): Promise<void> {
    await this._step(async () => {
      if (this.planned !== undefined) process.exitCode = await finishRun(this.planned, this.signal);
    });
  }

  async _apply(): Promise<void> {
    await this._step(async () => {
      if (this.planned !== undefined) await applyRun(this.planned, this.signal);
    });
  }

  /** Our flags among all that Yeoman keeps in its options. */
  _values(): FlagValues {
    const options = this.options as unknown as FlagValues;
    return Object.fromEntries(newFlags.map(({ name }) => [name, options[name]]));
  }

  /** What goes wrong is said in one sentence; what comes after it finds nothing to do. */
  async _step(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.planned = undefined;
      const { json, debug } = this._values();
      process.exitCode = printError(error, 'new', { json: json === true, debug: debug === true });
    }
  }
}
