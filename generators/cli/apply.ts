import { applyCommand } from '../core/faces/change/apply-command.ts';
import { changeModule } from './run-change.ts';

export const { flags, run } = changeModule(applyCommand);
