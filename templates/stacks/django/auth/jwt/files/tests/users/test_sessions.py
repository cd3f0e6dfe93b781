import datetime

import pytest

from apps.users.models import RefreshToken
from common import clock
from tests.support.accounts import PASSWORD, add_user
from tests.support.api import Api, kind_of, pointers, read

REFRESH = "/api/v1/auth/refresh"
LOGOUT = "/api/v1/auth/logout"


@pytest.fixture
def token(stranger: Api) -> str:
    user = add_user()
    credentials = {"email": user.email, "password": PASSWORD}
    answer = stranger.post("/api/v1/auth/login", credentials)
    assert read(answer).keys() == {"accessToken", "tokenType", "expiresIn", "refreshToken"}
    assert (read(answer)["tokenType"], read(answer)["expiresIn"]) == ("Bearer", 900)
    assert answer["Cache-Control"] == "no-store"
    return str(read(answer)["refreshToken"])


def _refresh(api: Api, token: str) -> str | None:
    answer = api.post(REFRESH, {"refreshToken": token})
    if answer.status_code == 200:
        return str(read(answer)["refreshToken"])
    assert kind_of(answer) == "unauthenticated"
    return None


def test_a_token_is_good_for_one_pair(stranger: Api, token: str) -> None:
    answer = stranger.post(REFRESH, {"refreshToken": token})
    access = read(answer)["accessToken"]
    assert Api(f"Bearer {access}").get("/api/v1/auth/me").status_code == 200


def test_each_refresh_brings_the_next_token(stranger: Api, token: str) -> None:
    second = _refresh(stranger, token)
    assert second
    assert second != token
    assert _refresh(stranger, second)


def test_a_token_that_is_used_again_ends_its_family(stranger: Api, token: str) -> None:
    second = _refresh(stranger, token)
    assert second
    assert _refresh(stranger, token) is None
    assert _refresh(stranger, second) is None


def test_only_a_hash_is_stored(stranger: Api, token: str) -> None:
    secret = token.partition(".")[2]
    assert len(secret) == 43
    assert secret not in str(RefreshToken.objects.values().get())


def test_a_family_ends_with_its_time(stranger: Api, token: str) -> None:
    past = clock.now() - datetime.timedelta(seconds=1)
    RefreshToken.objects.update(expires_at=past)
    assert _refresh(stranger, token) is None


def test_another_sign_in_leaves_a_session_alone(stranger: Api, token: str) -> None:
    user = RefreshToken.objects.get().user
    stranger.post("/api/v1/auth/login", {"email": user.email, "password": PASSWORD})
    assert _refresh(stranger, token)


def test_families_that_have_expired_go_at_the_next_sign_in(stranger: Api, token: str) -> None:
    user = RefreshToken.objects.get().user
    RefreshToken.objects.update(expires_at=clock.now())
    stranger.post("/api/v1/auth/login", {"email": user.email, "password": PASSWORD})
    assert RefreshToken.objects.count() == 1


def test_logging_out_ends_the_family(stranger: Api, token: str) -> None:
    assert stranger.post(LOGOUT, {"refreshToken": token}).status_code == 204
    assert _refresh(stranger, token) is None
    assert stranger.post(LOGOUT, {"refreshToken": "never one"}).status_code == 204


@pytest.mark.parametrize("text", ["x", ".", "a.b", "01890a5d-ac96-774b-bcce-b302099a8057.x"])
def test_what_was_never_one_is_refused(stranger: Api, text: str) -> None:
    assert _refresh(stranger, text) is None


def test_a_token_is_needed_and_nothing_beside_it(stranger: Api) -> None:
    for path in (REFRESH, LOGOUT):
        assert pointers(stranger.post(path, {})) == ["/refreshToken"]
        more = {"refreshToken": "x", "userId": "y"}
        assert pointers(stranger.post(path, more)) == ["/userId"]
