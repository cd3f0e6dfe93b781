from collections.abc import Callable
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from apps.users.models import User
from tests.support.accounts import PASSWORD, add_user, signed_in
from tests.support.api import Api, kind_of, parameters, pointers, read

USERS = "/api/v1/users"
NOBODY = str(uuid4())


def test_users_are_for_those_alone_who_may_manage_them(stranger: Api, api: Api) -> None:
    for path in (f"{USERS}/{NOBODY}", f"{USERS}/x"):
        assert kind_of(stranger.patch(path, {"roles": []})) == "unauthenticated"
        assert kind_of(api.patch(path, {"roles": []})) == "forbidden"
    assert kind_of(api.get(USERS)) == "forbidden"


def test_users_are_listed_without_anything_secret(admin: Api) -> None:
    user = add_user()
    answer = admin.get(f"{USERS}?email={user.email.upper()}&sort=name")
    assert [row["id"] for row in read(answer)["items"]] == [str(user.pk)]
    assert b"argon2" not in admin.get(USERS).content


def test_users_are_listed_page_by_page(admin: Api) -> None:
    for _ in range(4):
        add_user()
    path = f"{USERS}?sort=-email,name&limit=2"
    pages = [read(admin.get(path))]
    while cursor := pages[-1]["nextCursor"]:
        pages.append(read(admin.get(f"{path}&cursor={cursor}")))
    assert [len(page["items"]) for page in pages] == [2, 2, 1]
    emails = [row["email"] for page in pages for row in page["items"]]
    assert emails == sorted(User.objects.values_list("email", flat=True), reverse=True)
    assert kind_of(admin.get(f"{USERS}?cursor=nonsense")) == "malformed"
    assert parameters(admin.get(f"{USERS}?limit=0&page=2")) == ["limit", "page"]


def test_the_next_request_feels_a_change_of_roles(admin: Api) -> None:
    user = add_user()
    path = f"{USERS}/{user.pk}"
    assert read(admin.patch(path, {"roles": ["user", "admin"]}))["roles"] == ["user", "admin"]
    assert signed_in(user).get(USERS).status_code == 200
    admin.patch(path, {"roles": []})
    assert kind_of(signed_in(user).get(USERS)) == "forbidden"


def test_a_role_that_is_no_longer_known_grants_nothing(sign_in: Callable[..., Api]) -> None:
    assert kind_of(sign_in(roles=["emperor"]).get(USERS)) == "forbidden"


def test_roles_that_are_none_and_fields_beside_them_are_refused(admin: Api) -> None:
    path = f"{USERS}/{add_user().pk}"
    for roles in (["emperor"], "admin", ["user", "user"], None, [5]):
        assert admin.patch(path, {"roles": roles}).status_code == 422
    assert pointers(admin.patch(path, {"roles": [], "email": "x@example.com"})) == ["/email"]
    for id_ in (NOBODY, "x"):
        assert kind_of(admin.patch(f"{USERS}/{id_}", {"roles": []})) == "not-found"
    assert admin.patch(path, {}).status_code == 200


def _create_admin(email: str) -> str:
    output = StringIO()
    call_command("create_admin", email, stdout=output)
    return output.getvalue().rpartition(": ")[2].strip()


def test_a_one_time_password_is_good_for_nothing_but_being_changed(stranger: Api) -> None:
    one_time = _create_admin("Root@example.com")
    credentials = {"email": "root@example.com", "password": one_time}
    pair = read(stranger.post("/api/v1/auth/login", credentials))
    admin = Api(f"Bearer {pair['accessToken']}")
    for path in (USERS, "/api/v1/auth/me"):
        assert kind_of(admin.get(path)) == "forbidden"
    body = {"refreshToken": pair["refreshToken"]}
    assert kind_of(stranger.post("/api/v1/auth/refresh", body)) == "forbidden"
    change = {"currentPassword": one_time, "newPassword": PASSWORD}
    assert admin.post("/api/v1/auth/password", change).status_code == 204
    assert admin.get(USERS).status_code == 200


def test_an_administrator_needs_an_address_that_nobody_has() -> None:
    add_user(email="root@example.com")
    with pytest.raises(CommandError, match="has an account"):
        _create_admin("root@example.com")
    with pytest.raises(CommandError, match="e-mail"):
        _create_admin("nonsense")
    assert User.objects.count() == 1
