import datetime
from typing import Any
from uuid import uuid4

import jwt
import pytest
from django.conf import settings

from apps.users.models import User
from tests.support.accounts import add_user
from tests.support.api import Api, kind_of

NOW = datetime.datetime.now(datetime.UTC)


@pytest.fixture
def user() -> User:
    return add_user()


def _token(
    user: User,
    *,
    typ: str = "at+jwt",
    key: str = "",
    alg: str = "HS256",
    **changes: Any,
) -> str:
    claims = {
        "iss": settings.JWT_ISSUER,
        "aud": settings.JWT_AUDIENCE,
        "sub": str(user.pk),
        "iat": NOW,
        "exp": NOW + datetime.timedelta(hours=1),
        "jti": str(uuid4()),
        **changes,
    }
    kept = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode(kept, key or settings.JWT_SECRET, alg, headers={"typ": typ})


def _ask(authorization: str) -> Any:
    return Api(authorization).get("/api/v1/auth/me")


def test_a_token_that_is_right_is_taken(user: User) -> None:
    assert _ask(f"Bearer {_token(user)}").status_code == 200
    assert _ask(f"bearer  {_token(user)} ").status_code == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"typ": "JWT"},
        {"alg": "HS512"},
        {"key": "x" * 40},
        {"iss": "another"},
        {"iss": None},
        {"aud": "another"},
        {"aud": None},
        {"aud": ["access"]},
        {"sub": None},
        {"sub": "nobody"},
        {"sub": str(uuid4())},
        {"iat": None},
        {"jti": None},
        {"exp": None},
        {"exp": "9999999999"},
        {"exp": NOW - datetime.timedelta(seconds=1)},
        {"nbf": NOW + datetime.timedelta(hours=1)},
    ],
    ids=str,
)
def test_a_token_that_is_not_is_refused(user: User, changes: dict[str, Any]) -> None:
    answer = _ask(f"Bearer {_token(user, **changes)}")
    assert kind_of(answer) == "unauthenticated"
    assert answer["WWW-Authenticate"] == 'Bearer error="invalid_token"'


def test_a_token_without_a_signature_is_refused(user: User) -> None:
    unsigned = jwt.encode({"sub": str(user.pk)}, None, "none", headers={"typ": "at+jwt"})
    assert kind_of(_ask(f"Bearer {unsigned}")) == "unauthenticated"


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic abc", "abc", "Bearer a b"])
def test_a_header_without_a_token_is_refused(header: str) -> None:
    answer = _ask(header)
    assert kind_of(answer) == "unauthenticated"
    assert answer["WWW-Authenticate"] == "Bearer"
