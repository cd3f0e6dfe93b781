import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import { mysql } from '../../../../services/mysql.ts';
import type { ProjectSlots } from '../../slots.ts';

const headers = 'build-essential default-libmysqlclient-dev pkg-config';

const slots: Partial<ProjectSlots> = {
  systemPackages: [{ build: headers, run: 'libmariadb3' }],
};

const description = `MySQL 8.4 or newer, or MariaDB 10.11 or newer. \`DATABASE_URL\` takes two parameters:

- \`ssl-mode\`: \`VERIFY_IDENTITY\` encrypts and checks who answers; \`REQUIRED\` only encrypts; \`DISABLED\`, the
  default, does neither and is for networks that nobody else is in
- \`ssl-ca\`: the file of the certificate authority, beside \`VERIFY_IDENTITY\`

A migration that fails halfway leaves what it did so far: this database takes no step back from \`create table\`
and its kin. Look with \`show create table\` which of its operations have run, undo these, and migrate again.

The driver is compiled where it is installed; on Debian and Ubuntu,
\`apt-get install ${headers}\` brings what that takes.`;

export const contribute = (): Contribution => ({
  packages: { runtime: ['mysqlclient'], development: ['types-mysqlclient'] },
  services: [mysql],
  docs: [{ title: 'MySQL', part: 'running', body: description }],
  slots: { ...slots },
});
