import datetime
from uuid import UUID, uuid4

import jwt
from django.conf import settings

from common.ids import parse_id

# In seconds. A token cannot be called back, so it does not live long.
LIFETIME = 15 * 60

# RFC 9068, so that no other JWT signed with the key passes for an access token.
_TYPE = "at+jwt"
_ALGORITHM = "HS256"
_CLAIMS = ["iss", "aud", "sub", "iat", "exp", "jti"]


def issue(user_id: UUID) -> str:
    now = datetime.datetime.now(datetime.UTC)
    claims = {
        "iss": settings.JWT_ISSUER,
        "aud": settings.JWT_AUDIENCE,
        "sub": str(user_id),
        "iat": now,
        "exp": now + datetime.timedelta(seconds=LIFETIME),
        "jti": str(uuid4()),
    }
    headers = {"typ": _TYPE}
    return jwt.encode(claims, settings.JWT_SECRET, algorithm=_ALGORITHM, headers=headers)


def read(token: str) -> UUID | None:
    """Return the id of the user, or nothing for a token that is forged, expired or not for us."""
    try:
        decoded = jwt.decode_complete(
            token,
            settings.JWT_SECRET,
            algorithms=[_ALGORITHM],
            issuer=settings.JWT_ISSUER,
            audience=settings.JWT_AUDIENCE,
            options={"require": _CLAIMS, "strict_aud": True},
        )
    except jwt.InvalidTokenError:
        return None
    # The library would take a text for a time.
    is_timed = isinstance(decoded["payload"]["exp"], int | float)
    if decoded["header"].get("typ") != _TYPE or not is_timed:
        return None
    return parse_id(decoded["payload"]["sub"])
