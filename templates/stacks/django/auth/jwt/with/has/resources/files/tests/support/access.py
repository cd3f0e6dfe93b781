"""Who may do what with a resource."""

from collections.abc import Callable
from typing import ClassVar

from tests.support.api import Api, kind_of, read
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
        name = self.sample.path.rpartition("/")[2]
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
