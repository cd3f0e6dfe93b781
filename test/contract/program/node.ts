import type { Program } from './program.ts';

export const nodeProgram: Program = {
  build: ['npm', 'run', '--silent', 'build'],
  serve: [process.execPath, 'dist/server.js'],
  migrate: [process.execPath, 'dist/data/migrate.js'],
  createAdmin: [process.execPath, 'dist/commands/create-admin.js'],
  env: {},
};
