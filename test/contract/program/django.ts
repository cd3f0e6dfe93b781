import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Program } from './program.ts';

/** With the packages that are installed in the project, else with those of the machine. */
export function djangoProgram(projectDir: string): Program {
  const own = join(resolve(projectDir), '.venv', 'bin', 'python');
  const python = existsSync(own) ? own : 'python3';
  return {
    serve: [python, 'serve.py'],
    migrate: [python, 'manage.py', 'migrate'],
    createAdmin: [python, 'manage.py', 'create_admin'],
    env: { SECRET_KEY: randomBytes(48).toString('base64url') },
  };
}
