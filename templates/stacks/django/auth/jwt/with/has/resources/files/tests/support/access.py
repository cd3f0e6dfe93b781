"""Who may do what with a resource."""

from collections.abc import Callable
from typing import ClassVar

import pytest

from apps.users.roles import ROLES
from tests.support.api import Api, kind_of, pointers, read
from tests.support.sample import NOBODY, Sample


class GuardTests:
    sample: ClassVar[Sample]

    def test_strangers_are_told_nothing_but_401(self, stranger: Api) -> None:
        one = f"{self.sample.path}/{NOBODY}"
        for answer in (
            stranger.get(self.sample.path),
            stranger.get(f"{self.sample.path}?limit=wrong"),
            stranger.get(one),
            stranger.send("POST", self.sample.path, "{malformed"),
            stranger.send("PATCH", one, "{malformed"),
            stranger.delete(one),
        ):
            assert kind_of(answer) == "unauthenticated"
            assert answer["WWW-Authenticate"] == "Bearer"
            assert answer["Cache-Control"] == "no-store"

    def test_whoever_is_granted_nothing_is_told_what_it_takes(
        self,
        sign_in: Callable[..., Api],
    ) -> None:
        nobody = sign_in(roles=[])
        name = self._name()
        one = f"{self.sample.path}/{NOBODY}"
        for answer, permission in (
            (nobody.get(self.sample.path), f"{name}:read"),
            (nobody.get(one), f"{name}:read"),
            (nobody.post(self.sample.path, {}), f"{name}:write"),
            (nobody.patch(one, {}), f"{name}:write"),
            (nobody.delete(one), f"{name}:write"),
        ):
            assert kind_of(answer) == "forbidden"
            assert permission in read(answer)["detail"]

    def test_what_one_may_not_read_is_nothing_to_refer_to(
        self,
        api: Api,
        sign_in: Callable[..., Api],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        # Whose the rows are does not matter here.
        granted = {f"{self._name()}:read", f"{self._name()}:write"}
        role = f"{self._name()} alone"
        monkeypatch.setitem(ROLES, role, lambda name: name in granted or name.endswith(":any"))
        caller = sign_in(roles=[role])
        for number, (name, target) in enumerate(self._others().items()):
            needed = target.create(api, 100 + number)
            body = {**self.sample.body(api, 200 + number), name: needed["id"]}
            assert f"/{name}" in pointers(caller.post(self.sample.path, body))

    # Foreign keys are looked at when a transaction ends.
    @pytest.mark.django_db(transaction=True)
    def test_what_one_may_not_write_keeps_what_it_refers_to(
        self,
        api: Api,
        sign_in: Callable[..., Api],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        denied = f"{self._name()}:write"
        monkeypatch.setitem(ROLES, f"not {denied}", lambda permission: permission != denied)
        caller = sign_in(roles=[f"not {denied}"])
        for number, (name, target) in enumerate(self._others().items()):
            needed = target.create(api, 100 + number)
            row = self.sample.create(api, 200 + number, **{name: needed["id"]})
            assert kind_of(caller.delete(target.at(needed))) == "conflict"
            assert read(api.get(self.sample.at(row))) == row

    def _name(self) -> str:
        return self.sample.path.rpartition("/")[2]

    def _others(self) -> dict[str, Sample]:
        """Return what rows refer to that is not of their own kind, by the name of the field."""
        targets = {name: each.target() for name, each in self.sample.references.items()}
        return {name: target for name, target in targets.items() if target is not self.sample}


class SharingTests(GuardTests):
    def test_what_one_user_makes_is_there_for_every_other(self, api: Api, other: Api) -> None:
        row = self.sample.create(api)
        path = self.sample.at(row)
        assert read(other.get(path)) == row
        assert row in read(other.get(self.sample.path))["items"]
        assert other.patch(path, {}).status_code == 200
        assert other.delete(path).status_code == 204


class OwnershipTests(GuardTests):
    def test_rows_of_one_user_are_not_there_for_another(self, api: Api, other: Api) -> None:
        row = self.sample.create(api)
        path = self.sample.at(row)
        for headers in ({}, {"If-Match": '"1"'}):
            assert kind_of(other.patch(path, {}, headers)) == "not-found"
            assert kind_of(other.delete(path, headers)) == "not-found"
        assert kind_of(other.get(path)) == "not-found"
        assert read(other.get(self.sample.path)) == {"items": [], "nextCursor": None}
        assert read(api.get(path)) == row

    def test_a_cursor_of_one_user_shows_another_their_own_rows(self, api: Api, other: Api) -> None:
        for number in (1, 2):
            self.sample.create(api, number)
        cursor = read(api.get(f"{self.sample.path}?limit=1"))["nextCursor"]
        answer = other.get(f"{self.sample.path}?limit=1&cursor={cursor}")
        assert read(answer) == {"items": [], "nextCursor": None}

    def test_who_sees_the_rows_of_all_users_changes_them(self, api: Api, admin: Api) -> None:
        path = self.sample.at(self.sample.create(api))
        changes = self.sample.body(admin, 2)
        assert admin.patch(path, changes).status_code == 200
        assert read(api.get(path)).items() >= changes.items()
        assert admin.delete(path).status_code == 204

    # Foreign keys are looked at when a transaction ends.
    @pytest.mark.django_db(transaction=True)
    def test_rows_of_others_keep_what_they_refer_to(self, api: Api, admin: Api) -> None:
        for number, (name, reference) in enumerate(self.sample.references.items()):
            target = reference.target()
            needed = target.create(api, 100 + number)
            row = self.sample.create(admin, 200 + number, **{name: needed["id"]})
            assert kind_of(api.delete(target.at(needed))) == "conflict"
            assert read(admin.get(self.sample.at(row))) == row
            if reference.on_delete != "restrict":
                assert admin.delete(target.at(needed)).status_code == 204


class OwnedReferenceTests:
    """For fields that refer to rows which may be those of somebody else."""

    sample: ClassVar[Sample]
    owned: ClassVar[list[str]]

    def test_rows_of_others_are_nothing_to_refer_to(self, api: Api, other: Api) -> None:
        for number, name in enumerate(self.owned):
            needed = self.sample.references[name].target().create(api, 100 + number)
            row = self.sample.create(other, 200 + number)
            body = {**self.sample.body(other, 300 + number), name: needed["id"]}
            for answer in (
                other.post(self.sample.path, body),
                other.patch(self.sample.at(row), {name: needed["id"]}),
            ):
                assert answer.status_code == 422
                assert pointers(answer) == [f"/{name}"]
