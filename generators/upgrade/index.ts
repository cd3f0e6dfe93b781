import { upgradeCommand } from '../core/faces/change/upgrade-command.ts';
import { yeomanDoor } from '../core/faces/change/yeoman-door.ts';

/** `yo groundwork:upgrade`: what `groundwork upgrade` does, with the same words. */
export default yeomanDoor(upgradeCommand);
