import type { Contribution } from '../../../../../generators/core/model/contribution.ts';
import type { ProjectSlots } from '../../slots.ts';

const slots: Partial<ProjectSlots> = {
  testEnvironment: [
    {
      name: 'DATABASE_URL',
      value: 'f"file:{FILE}"',
      imports: 'from tests.support.database_file import FILE',
    },
  ],
};

export const contribute = (): Contribution => ({
  variables: [
    {
      name: 'DATABASE_URL',
      kind: 'file',
      local: true,
      default: 'file:./data/app.db',
      development: null,
      comment: 'Where the data lives: file: and a path, relative to the working directory',
    },
  ],
  storage: [{ name: 'data', path: 'data' }],
  slots: { ...slots },
});
