import type { ProjectSlots } from './slots.ts';

/** Tests need a server, and say so; types are checked without any, by a URL that leads nowhere. */
export const testDatabase = (scheme: string): Partial<ProjectSlots> => ({
  testEnvironment: [
    {
      name: 'DATABASE_URL',
      value: `os.environ.get("TEST_DATABASE_URL") or "${scheme}://127.0.0.1/app"`,
      imports: [],
    },
  ],
});
