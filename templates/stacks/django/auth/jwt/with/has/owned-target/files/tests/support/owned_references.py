from typing import ClassVar

from tests.support.api import Api, pointers
from tests.support.sample import Sample


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
