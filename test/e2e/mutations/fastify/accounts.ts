import type { Mutation } from '../mutation.ts';

const users = 'src/modules/users/users';
const sessions = 'src/modules/auth/sessions';

/** Mistakes with passwords, races for them and guesses at them. */
export const accountMistakes: readonly Mutation[] = [
  {
    what: 'an unknown user who is refused at once',
    tests: 'verified',
    file: 'src/lib/auth/verified.ts',
    from: 'await isPassword(password, user?.passwordHash ?? unusableHash)',
    to: 'user && (await isPassword(password, user.passwordHash))',
  },
  {
    what: 'a sign-in that brings an old password back',
    tests: 'races',
    file: `${users}.repository.ts`,
    from: "        .where('password_hash', '=', outdated)\n",
    to: '',
  },
  {
    what: 'a change of a password that undoes another',
    tests: 'races',
    file: `${users}.repository.ts`,
    from: "          .where('password_hash', '=', hash.verified)\n",
    to: '',
  },
  {
    what: 'a change of a password that a sign-in can hinder',
    tests: 'races',
    file: `${users}.service.ts`,
    from: 'if (await repository.changePassword(id, { verified, next }, now)) return;',
    to: "if (await repository.changePassword(id, { verified, next }, now)) return; throw unauthenticated('');",
  },
  {
    what: 'a new password that ends the sessions of everybody',
    tests: 'auth/password',
    file: `${users}.repository.ts`,
    from: "transaction.deleteFrom('refresh_tokens').where('user_id', '=', id).execute()",
    to: "transaction.deleteFrom('refresh_tokens').execute()",
  },
  {
    what: 'a wrong current password that is answered as a failed sign-in',
    tests: 'auth/password',
    file: `${users}.service.ts`,
    from: 'The current password is wrong.',
    to: 'The e-mail address or the password is wrong.',
  },
  {
    what: 'a right password that is wrong while its hash is replaced',
    tests: 'races',
    file: `${sessions}.service.ts`,
    from: 'newest !== passwordHash && !(await isPassword(password, newest))',
    to: 'newest !== passwordHash',
  },
  {
    what: 'a sign-in that forgets the sessions of others',
    tests: 'auth/refresh',
    file: 'src/modules/auth/refresh-tokens.repository.ts',
    from: "        .where('user_id', '=', userId)\n",
    to: '',
  },
  {
    what: 'attempts to refresh that count for one session',
    tests: 'limits',
    file: `${sessions}.routes.ts`,
    from: 'service.accountOf(body.refreshToken)',
    to: "body.refreshToken.split('.')[0]",
  },
  {
    what: 'attempts with nonsense that count for everybody',
    tests: 'limits',
    file: 'src/plugins/attempts.ts',
    from: '      allowList: (_request, key) => key === nobody,\n',
    to: '',
  },
  {
    what: 'guesses at the current password that nobody counts',
    tests: 'limits',
    file: 'src/modules/auth/account.routes.ts',
    from: '      ...app.limitAttempts(({ caller }) => caller.id),\n',
    to: '',
  },
  {
    what: 'a permission that nobody can have',
    tests: 'auth/routes',
    file: 'src/plugins/authentication.ts',
    from: 'if (permission && !permissions.includes(permission))',
    to: 'if (permissions.length === 0)',
  },
  {
    what: 'a caller of a public route who is nobody',
    tests: 'auth/routes',
    file: 'src/plugins/authentication.ts',
    from: 'if (!caller) throw',
    to: 'if (callers === undefined) throw',
  },
  {
    what: 'a claim on rows that have an owner',
    tests: 'commands/claim-rows',
    file: 'src/commands/claim-rows.ts',
    from: ".where('owner_id', 'is', null)",
    to: '',
  },
];
