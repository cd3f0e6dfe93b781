/** What roles can grant: to see who there is, and to say who has which role. */
export const permissions = ['users:manage'] as const;
