import json
from typing import Any

import pytest
from django.test import override_settings

from apps.users import views
from apps.users.attempts import Attempts
from tests.support.accounts import PASSWORD, add_user, signed_in
from tests.support.api import Api, kind_of, read

LIMIT = 2


@pytest.fixture(autouse=True)
def _few_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    with override_settings(AUTH_RATE_LIMIT_PER_MINUTE=LIMIT):
        for view in (views.LoginView, views.RegisterView, views.RefreshView, views.PasswordView):
            monkeypatch.setattr(view, "attempts", Attempts())


def _send(api: Api, path: str, body: dict[str, str], client: int) -> Any:
    address = f"203.0.113.{client}"
    return api.send("POST", f"/api/v1/auth/{path}", json.dumps(body), REMOTE_ADDR=address)


def _ask(api: Api, path: str, body: dict[str, str], client: int) -> str:
    answer = _send(api, path, body, client)
    return kind_of(answer) if answer.status_code >= 400 else "done"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("login", {"email": "{}@example.com", "password": "not the password"}),
        ("register", {"email": "{}@example.com", "name": "a", "password": "short"}),
        ("refresh", {"refreshToken": "none {}"}),
    ],
)
def test_attempts_are_counted_per_client(stranger: Api, path: str, body: dict[str, str]) -> None:
    bodies = [{key: value.format(n) for key, value in body.items()} for n in range(LIMIT + 1)]
    kinds = [_ask(stranger, path, each, 1) for each in bodies]
    assert kinds[LIMIT:] == ["rate-limited"]
    assert "rate-limited" not in kinds[:LIMIT]
    assert _ask(stranger, path, bodies[0], 2) != "rate-limited"


def test_attempts_to_sign_in_are_counted_per_account(stranger: Api) -> None:
    user = add_user()
    wrong = {"email": user.email, "password": "not the password"}
    for client in range(LIMIT):
        assert _ask(stranger, "login", wrong, client) == "unauthenticated"
    right = {"email": user.email.upper(), "password": PASSWORD}
    assert _ask(stranger, "login", right, 50) == "rate-limited"


def test_attempts_to_refresh_are_counted_per_account(stranger: Api) -> None:
    user = add_user()
    credentials = {"email": user.email, "password": PASSWORD}
    token = read(stranger.post("/api/v1/auth/login", credentials))["refreshToken"]
    for client in range(LIMIT):
        answer = _send(stranger, "refresh", {"refreshToken": token}, client)
        token = read(answer)["refreshToken"]
    assert _ask(stranger, "refresh", {"refreshToken": token}, 50) == "rate-limited"


def test_attempts_to_change_a_password_are_counted_per_account() -> None:
    api = signed_in(add_user())
    guess = {"currentPassword": "not the password", "newPassword": "nine busy badgers"}
    kinds = [_ask(api, "password", guess, client) for client in range(LIMIT + 1)]
    assert kinds == ["unauthenticated"] * LIMIT + ["rate-limited"]
