import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher, make_password

from apps.users import accounts
from apps.users.models import User
from tests.support.accounts import PASSWORD, add_user, signed_in
from tests.support.api import Api, kind_of, pointers, read

REGISTER = "/api/v1/auth/register"
LOGIN = "/api/v1/auth/login"
REFRESH = "/api/v1/auth/refresh"
CHANGE = "/api/v1/auth/password"
PERSON = {"email": "Jo@Example.com", "name": "Jo", "password": PASSWORD}


def test_registering_makes_a_user_and_tells_nothing_of_the_password(stranger: Api) -> None:
    answer = stranger.post(REGISTER, PERSON)
    assert answer.status_code == 201
    assert answer["Cache-Control"] == "no-store"
    assert read(answer).keys() == {"id", "email", "name", "roles", "createdAt", "updatedAt"}
    assert read(answer)["email"] == "jo@example.com"
    assert read(answer)["roles"] == ["user"]
    encoded = User.objects.get().password
    assert encoded.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


def test_an_address_that_is_taken_is_named_however_it_is_spelled(stranger: Api) -> None:
    stranger.post(REGISTER, PERSON)
    answer = stranger.post(REGISTER, {**PERSON, "email": "JO@example.COM"})
    assert kind_of(answer) == "conflict"
    assert pointers(answer) == ["/email"]


@pytest.mark.parametrize("password", ["", "short", "123456789012", "QWERTYUIOP123", "x" * 129])
def test_weak_passwords_are_refused(stranger: Api, password: str) -> None:
    answer = stranger.post(REGISTER, {**PERSON, "password": password})
    assert pointers(answer) == ["/password"]
    assert not User.objects.exists()


@pytest.mark.parametrize("name", ["roles", "id", "must_change_password", "isAdmin"])
def test_nobody_sets_anything_else(stranger: Api, name: str) -> None:
    assert pointers(stranger.post(REGISTER, {**PERSON, name: True})) == [f"/{name}"]


def test_me_tells_who_one_is_and_what_one_may_do(api: Api, admin: Api) -> None:
    me = read(api.get("/api/v1/auth/me"))
    assert me.keys() == {"id", "email", "name", "roles", "permissions"}
    assert "users:manage" not in me["permissions"]
    assert not any(permission.endswith(":any") for permission in me["permissions"])
    assert "users:manage" in read(admin.get("/api/v1/auth/me"))["permissions"]


def test_wrong_passwords_and_unknown_users_get_the_same_answer(stranger: Api) -> None:
    user = add_user()
    known = stranger.post(LOGIN, {"email": user.email, "password": "not the password"})
    unknown = stranger.post(LOGIN, {"email": "x@example.com", "password": "not the password"})
    assert kind_of(known) == kind_of(unknown) == "unauthenticated"
    assert known["WWW-Authenticate"] == unknown["WWW-Authenticate"] == "Bearer"
    assert read(known)["detail"] == read(unknown)["detail"]


def test_an_unknown_user_costs_a_hash_as_well(
    stranger: Api,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hashed: list[str] = []
    monkeypatch.setattr("apps.users.accounts.make_password", hashed.append)
    stranger.post(LOGIN, {"email": "x@example.com", "password": "not the password"})
    assert hashed == ["not the password"]


def test_a_hash_of_lower_cost_is_replaced_at_sign_in(stranger: Api) -> None:
    class Weak(Argon2PasswordHasher):
        memory_cost, time_cost, parallelism = 1024, 1, 1

    weak = Weak().encode(PASSWORD, "somesaltsomesalt")
    user = add_user(password=weak)
    answer = stranger.post(LOGIN, {"email": user.email, "password": PASSWORD})
    assert answer.status_code == 200
    user.refresh_from_db()
    assert "m=19456" in user.password


def test_a_new_password_ends_all_sessions_of_its_user(stranger: Api) -> None:
    user, another = add_user(), add_user()
    credentials = {"email": user.email, "password": PASSWORD}
    tokens = [read(stranger.post(LOGIN, credentials)) for _ in range(2)]
    kept = read(stranger.post(LOGIN, {**credentials, "email": another.email}))
    change = {"currentPassword": PASSWORD, "newPassword": "nine busy badgers"}
    assert signed_in(user).post(CHANGE, change).status_code == 204
    for pair in tokens:
        body = {"refreshToken": pair["refreshToken"]}
        assert stranger.post(REFRESH, body).status_code == 401
    assert stranger.post(REFRESH, {"refreshToken": kept["refreshToken"]}).status_code == 200
    assert stranger.post(LOGIN, credentials).status_code == 401
    again = {**credentials, "password": "nine busy badgers"}
    assert stranger.post(LOGIN, again).status_code == 200


def test_a_password_is_changed_by_who_knows_it_and_to_another_one() -> None:
    api = signed_in(add_user())
    wrong = {"currentPassword": "not the password", "newPassword": "nine busy badgers"}
    assert kind_of(api.post(CHANGE, wrong)) == "unauthenticated"
    same = {"currentPassword": PASSWORD, "newPassword": PASSWORD}
    assert pointers(api.post(CHANGE, same)) == ["/newPassword"]
    weak = {"currentPassword": PASSWORD, "newPassword": "short"}
    assert pointers(api.post(CHANGE, weak)) == ["/newPassword"]


def test_a_session_that_begins_while_the_password_changes_ends_at_once(
    stranger: Api,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = add_user()

    def change_meanwhile(user_: User, password: str) -> bool:
        User.objects.filter(pk=user.pk).update(password=make_password("nine busy badgers"))
        return accounts.is_still_right(user_, password)

    monkeypatch.setattr("apps.users.sessions.is_still_right", change_meanwhile)
    answer = stranger.post(LOGIN, {"email": user.email, "password": PASSWORD})
    assert kind_of(answer) == "unauthenticated"


def test_who_loses_a_race_for_a_new_password_looks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    user = add_user()
    replace = accounts._replace

    def overtaken(user_: User, **values: object) -> bool:
        monkeypatch.setattr(accounts, "_replace", replace)
        User.objects.filter(pk=user.pk).update(password=make_password("nine busy badgers"))
        return replace(user_, **values)

    monkeypatch.setattr(accounts, "_replace", overtaken)
    change = {"currentPassword": PASSWORD, "newPassword": "five calm camels"}
    assert kind_of(signed_in(user).post(CHANGE, change)) == "unauthenticated"
