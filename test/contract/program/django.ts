import { randomBytes } from 'node:crypto';
import type { Program } from './program.ts';

export const djangoProgram: Program = {
  serve: ['python3', 'serve.py'],
  migrate: ['python3', 'manage.py', 'migrate'],
  createAdmin: ['python3', 'manage.py', 'create_admin'],
  env: { SECRET_KEY: randomBytes(48).toString('base64url') },
};
