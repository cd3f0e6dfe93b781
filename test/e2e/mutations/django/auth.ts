import type { Mutation } from '../mutation.ts';

const tokens = {
  tests: 'tests/users/test_access_tokens.py',
  file: 'apps/users/access_tokens.py',
} as const;
const sessions = { tests: 'tests/users/test_sessions.py', file: 'apps/users/sessions.py' } as const;
const accounts = { tests: 'tests/users/test_accounts.py', file: 'apps/users/accounts.py' } as const;
const attempts = { tests: 'tests/users/test_attempts.py', file: 'apps/users/views.py' } as const;

/** Mistakes with users, passwords, tokens and guesses at them. */
export const authMistakes: readonly Mutation[] = [
  {
    ...tokens,
    what: 'a token for somebody else',
    from: '"strict_aud": True',
    to: '"verify_aud": False',
  },
  {
    ...tokens,
    what: 'a token of somebody else',
    from: '            issuer=settings.JWT_ISSUER,\n',
    to: '',
  },
  {
    ...tokens,
    what: 'a token of another type',
    from: 'decoded["header"].get("typ") != _TYPE or not is_timed',
    to: 'not is_timed',
  },
  {
    ...tokens,
    what: 'a token of another algorithm',
    from: 'algorithms=[_ALGORITHM]',
    to: 'algorithms=["HS256", "HS512"]',
  },
  { ...tokens, what: 'a token that never expires', from: '"iat", "exp", ', to: '"iat", ' },
  {
    what: 'permissions that come from nowhere but the sign-up',
    tests: 'tests/users/test_users.py',
    file: 'apps/users/models.py',
    from: 'permissions_of(tuple(self.roles))',
    to: 'permissions_of(("user",))',
  },
  {
    what: 'hashes of passwords that leave the server',
    tests: 'tests/users/test_users.py',
    file: 'apps/users/serializers.py',
    from: '            "roles",\n            "created_at",\n',
    to: '            "roles",\n            "password",\n            "created_at",\n',
  },
  {
    what: 'a one-time password that is good for everything',
    tests: 'tests/users/test_users.py',
    file: 'common/access/permissions.py',
    from: 'if user.must_change_password and not',
    to: 'if user.is_anonymous and not',
  },
  {
    ...sessions,
    what: 'a refresh token that can be used again',
    from: '        token_hash=_hash(token),\n',
    to: '',
  },
  {
    ...sessions,
    what: 'refresh tokens that stay the same',
    from: 'return _pair(family.user_id, following)',
    to: 'return _pair(family.user_id, token)',
  },
  {
    ...sessions,
    what: 'a reuse that ends nothing',
    from: '        end(token)\n        raise _refused()',
    to: '        raise _refused()',
  },
  {
    ...sessions,
    what: 'a session that never ends',
    from: '        expires_at__gt=clock.now(),\n',
    to: '',
  },
  {
    ...sessions,
    what: 'refresh tokens that are stored as they are',
    from: 'return hashlib.sha256(token.encode()).hexdigest()',
    to: 'return token',
  },
  {
    ...sessions,
    what: 'a sign-in that ends other sessions',
    from: 'filter(user=user, expires_at__lte=clock.now())',
    to: 'filter(user=user)',
  },
  {
    ...sessions,
    what: 'a sign-out that ends nothing',
    file: 'apps/users/views.py',
    from: 'sessions.end(self.read(RefreshSerializer)["refresh_token"])',
    to: 'self.read(RefreshSerializer)',
  },
  {
    ...accounts,
    what: 'an unknown user who is refused at once',
    from: '        make_password(password)\n        raise',
    to: '        raise',
  },
  {
    ...accounts,
    what: 'a hash that stays as cheap as it was',
    from: '    if is_outdated:\n        _rehash(user, password)\n',
    to: '',
  },
  {
    ...accounts,
    what: 'a cheap hash',
    file: 'apps/users/hashers.py',
    from: 'memory_cost = 19_456',
    to: 'memory_cost = 1_024',
  },
  {
    ...accounts,
    what: 'a change of a password that undoes another',
    from: 'filter(pk=user.pk, password=user.password)',
    to: 'filter(pk=user.pk)',
  },
  {
    ...accounts,
    what: 'a new password that ends no session',
    from: '                RefreshToken.objects.filter(user=user).delete()\n',
    to: '',
  },
  {
    ...accounts,
    what: 'a new password that ends the sessions of everybody',
    from: 'RefreshToken.objects.filter(user=user).delete()',
    to: 'RefreshToken.objects.all().delete()',
  },
  {
    ...accounts,
    what: 'a sign-in that outlives its password',
    file: 'apps/users/sessions.py',
    from: 'if not is_still_right(user, password):',
    to: 'if not user.pk:',
  },
  {
    ...accounts,
    what: 'a taken address that is our mistake',
    file: 'common/conflicts.py',
    from: 'Problem("conflict", "A value that must be unique is taken.", taken)',
    to: 'Problem("validation", "A value that must be unique is taken.", taken)',
  },
  {
    ...accounts,
    what: 'tokens that anybody may keep a copy of',
    file: 'apps/users/views.py',
    from: '        response["Cache-Control"] = "no-store"\n',
    to: '',
  },
  {
    ...accounts,
    what: 'passwords that everybody tries first',
    file: 'config/passwords.py',
    from: 'CommonPasswordValidator',
    to: 'NumericPasswordValidator',
  },
  {
    ...attempts,
    what: 'guesses of one client that nobody counts',
    from: 'self.attempts.count_client(request.META["REMOTE_ADDR"])',
    to: 'pass',
  },
  {
    ...attempts,
    what: 'guesses at one account that nobody counts',
    from: '        self.attempts.count_account(values["email"])\n        return',
    to: '        return',
  },
  {
    ...attempts,
    what: 'attempts to refresh that nobody counts',
    from: '        self.attempts.count_account(sessions.account_of(token))\n',
    to: '',
  },
  {
    ...attempts,
    what: 'guesses at the current password that nobody counts',
    from: '        self.attempts.count_account(str(user.pk))\n',
    to: '',
  },
];
