import type { Service } from '../../generators/core/model/service.ts';
import { versions } from '../versions.ts';

const environment = { POSTGRES_DB: 'app', POSTGRES_USER: 'app', POSTGRES_PASSWORD: null };

export const postgresql: Service = {
  name: 'postgresql',
  image: versions.images.postgresql,
  port: 5432,
  url: { variable: 'DATABASE_URL', scheme: 'postgres', user: 'app', database: 'app' },
  password: 'POSTGRES_PASSWORD',
  environment,
  testing: { user: 'app', environment },
  // While the image sets itself up, it listens on a socket only.
  health: ['pg_isready', '--host=127.0.0.1', '--username=app', '--dbname=app'],
  data: '/var/lib/postgresql',
};
