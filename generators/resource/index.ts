import { resourceCommand } from '../core/faces/change/resource-command.ts';
import { yeomanDoor } from '../core/faces/change/yeoman-door.ts';

/** `yo groundwork:resource`: what `groundwork resource` does, with the same words. */
export default yeomanDoor(resourceCommand);
