import { removeCommand } from '../core/faces/change/remove-command.ts';
import { yeomanDoor } from '../core/faces/change/yeoman-door.ts';

/** `yo groundwork:remove`: what `groundwork remove` does, with the same words. */
export default yeomanDoor(removeCommand);
