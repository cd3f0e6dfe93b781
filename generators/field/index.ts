import { fieldCommand } from '../core/faces/change/field-command.ts';
import { yeomanDoor } from '../core/faces/change/yeoman-door.ts';

/** `yo groundwork:field`: what `groundwork field` does, with the same words. */
export default yeomanDoor(fieldCommand);
