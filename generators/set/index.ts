import { setCommand } from '../core/faces/change/set-command.ts';
import { yeomanDoor } from '../core/faces/change/yeoman-door.ts';

/** `yo groundwork:set`: what `groundwork set` does, with the same words. */
export default yeomanDoor(setCommand);
