"""What a caller may refer to, and what may go with it."""

from collections.abc import Callable
from typing import ClassVar

import pytest

from apps.users.roles import ROLES
from tests.support.api import Api, kind_of, pointers, read
from tests.support.sample import Sample


class GuardedReferenceTests:
    sample: ClassVar[Sample]

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
