import type { Service } from '../../generators/core/model/service.ts';
import { versions } from '../versions.ts';

const environment = { MYSQL_DATABASE: 'app', MYSQL_USER: 'app', MYSQL_PASSWORD: null };

export const mysql: Service = {
  name: 'mysql',
  image: versions.images.mysql,
  port: 3306,
  url: { variable: 'DATABASE_URL', scheme: 'mysql', user: 'app', database: 'app' },
  password: 'MYSQL_PASSWORD',
  environment: { ...environment, MYSQL_RANDOM_ROOT_PASSWORD: 'yes' },
  testing: { user: 'root', environment: { ...environment, MYSQL_ROOT_PASSWORD: null } },
  // While the image sets itself up, it listens on a socket only.
  health: ['mysqladmin', 'ping', '--protocol=tcp', '--host=127.0.0.1'],
  data: '/var/lib/mysql',
};
