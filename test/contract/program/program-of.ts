import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { djangoProgram } from './django.ts';
import { nodeProgram } from './node.ts';
import type { Program } from './program.ts';

/** What the folder of a project says of itself. */
export const programOf = (projectDir: string): Program =>
  existsSync(join(projectDir, 'manage.py')) ? djangoProgram : nodeProgram;
