/** Runs the packed generator in the yeoman-environment that is a development dependency here. */
import { join } from 'node:path';
import { createEnv } from 'yeoman-environment';

const [generator = '', ...words] = process.argv.slice(2);
const environment = createEnv();
environment.register(join(generator, 'dist', 'generators', 'app', 'index.js'), {
  namespace: 'groundwork:app',
});
await environment.run(['groundwork:app', ...words]);
