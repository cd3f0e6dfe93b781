import { fieldCommand } from '../core/faces/change/field-command.ts';
import { fieldTables } from './field-tables.ts';
import { changeModule } from './run-change.ts';

export const { flags, run } = changeModule(fieldCommand);
export const tables = fieldTables;
