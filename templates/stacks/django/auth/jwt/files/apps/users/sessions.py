"""A session is a family of refresh tokens, each good for one refresh."""

import datetime
import hashlib
import secrets
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from apps.users import access_tokens
from apps.users.accounts import is_still_right, verified, wrong_credentials
from apps.users.models import RefreshToken
from common import clock
from common.access.errors import InvalidToken
from common.ids import parse_id, uuid7
from common.problems import Problem

_LIFETIME = datetime.timedelta(days=30)


def begin(email: str, password: str) -> dict[str, Any]:
    user = verified(email, password)
    RefreshToken.objects.filter(user=user, expires_at__lte=clock.now()).delete()
    family = uuid7()
    token = _new_token(family)
    RefreshToken.objects.create(family=family, user=user, **_stored(token))
    # A new password ends the sessions that it finds; this one may have begun a moment later.
    if not is_still_right(user, password):
        end(token)
        raise wrong_credentials()
    return _pair(user.pk, token)


def refresh(token: str) -> dict[str, Any]:
    family = _family(token).select_related("user").first()
    if family is None:
        raise _refused()
    if family.user.must_change_password:
        raise Problem("forbidden", "Change the password first.")
    following = _new_token(family.pk)
    newest = RefreshToken.objects.filter(
        family=family.pk,
        token_hash=_hash(token),
        expires_at__gt=clock.now(),
    )
    if not newest.update(**_stored(following)):
        # Whoever names the family held one of its tokens. If it is not the newest, two have used
        # it, and nobody can tell which of them is the thief: both are out.
        end(token)
        raise _refused()
    return _pair(family.user_id, following)


def end(token: str) -> None:
    _family(token).delete()


def account_of(token: str) -> str | None:
    """Return the id of the user whose session a refresh token names, if it names any."""
    user_id = _family(token).values_list("user_id", flat=True).first()
    return str(user_id) if user_id else None


def _family(token: str) -> QuerySet[RefreshToken]:
    """A token names its family, which finds the row; its 256 random bits are stored as a hash."""
    family = parse_id(token.partition(".")[0])
    return RefreshToken.objects.filter(family=family) if family else RefreshToken.objects.none()


def _new_token(family: UUID) -> str:
    return f"{family}.{secrets.token_urlsafe(32)}"


def _stored(token: str) -> dict[str, Any]:
    return {"token_hash": _hash(token), "expires_at": clock.now() + _LIFETIME}


def _hash(token: str) -> str:
    """Random bits need no slow hash: nobody can guess them."""
    return hashlib.sha256(token.encode()).hexdigest()


def _pair(user_id: UUID, refresh_token: str) -> dict[str, Any]:
    return {
        "accessToken": access_tokens.issue(user_id),
        "tokenType": "Bearer",
        "expiresIn": access_tokens.LIFETIME,
        "refreshToken": refresh_token,
    }


def _refused() -> InvalidToken:
    return InvalidToken("The refresh token is not valid (any more).")
