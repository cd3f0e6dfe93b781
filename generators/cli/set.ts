import { setCommand } from '../core/faces/change/set-command.ts';
import { changeModule } from './run-change.ts';

export const { flags, run } = changeModule(setCommand);
