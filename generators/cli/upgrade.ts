import { upgradeCommand } from '../core/faces/change/upgrade-command.ts';
import { changeModule } from './run-change.ts';

export const { flags, run } = changeModule(upgradeCommand);
