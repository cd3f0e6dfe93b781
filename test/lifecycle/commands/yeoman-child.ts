/** Opens one of Yeoman's doors in the environment that is a development dependency here. */
import { join } from 'node:path';
import { createEnv } from 'yeoman-environment';

const [door = '', ...words] = process.argv.slice(2);
const environment = createEnv();
environment.register(join(import.meta.dirname, '../../../generators', door, 'index.ts'), {
  namespace: `groundwork:${door}`,
});
await environment.run([`groundwork:${door}`, ...words]);
