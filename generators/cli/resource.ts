import { resourceCommand } from '../core/faces/change/resource-command.ts';
import { fieldTables } from './field-tables.ts';
import { changeModule } from './run-change.ts';

export const { flags, run } = changeModule(resourceCommand);
export const tables = fieldTables;
