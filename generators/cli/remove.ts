import { removeCommand } from '../core/faces/change/remove-command.ts';
import { changeModule } from './run-change.ts';

export const { flags, run } = changeModule(removeCommand);
