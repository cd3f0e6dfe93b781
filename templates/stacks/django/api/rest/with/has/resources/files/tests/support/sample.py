import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.support.api import Api, read

Row = dict[str, Any]

_numbers = count(1000)

NOBODY = "01890a5d-ac96-774b-bcce-b302099a8057"


@dataclass(frozen=True)
class Reference:
    """A field that refers to something, and what becomes of its row when that is deleted."""

    target: "Callable[[], Sample]"
    on_delete: str


@dataclass(frozen=True)
class Sample:
    """What the tests that every resource shares must know about one of them."""

    path: str
    # A valid body with all fields set; bodies of two numbers differ in every unique field.
    body: Callable[[Api, int], Row]
    sortable: Sequence[str]
    filterable: Sequence[str]
    # For each field, values that it must refuse.
    wrong: Mapping[str, Sequence[Any]]
    optional: Sequence[str] = ()
    unique: Sequence[str] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)

    def create(self, api: Api, number: int = 1, **values: Any) -> Row:
        answer = api.post(self.path, {**self.body(api, number), **values})
        assert answer.status_code == 201, answer.content
        row: Row = read(answer)
        return row

    def at(self, row: Row) -> str:
        return f"{self.path}/{row['id']}"

    def needed(self) -> list[str]:
        """Return the fields that no body can leave out."""
        return [name for name in self.wrong if name not in {*self.optional, *self.defaults}]


def id_of(api: Api, sample: Sample) -> str:
    """Return the id of a new row for others to refer to, which no test counts."""
    return str(sample.create(api, next(_numbers))["id"])


def pass_time() -> None:
    """Wait until what is changed from now on has another time: milliseconds are counted."""
    time.sleep(0.002)
