from typing import ClassVar

from tests.support.api import Api, kind_of, pointers
from tests.support.sample import Sample


class UniqueTests:
    sample: ClassVar[Sample]

    def test_a_taken_value_is_a_conflict_that_names_it(self, api: Api) -> None:
        first, second = self.sample.create(api, 1), self.sample.create(api, 2)
        for name in self.sample.unique:
            body = {**self.sample.body(api, 3), name: first[name]}
            for answer in (
                api.post(self.sample.path, body),
                api.patch(self.sample.at(second), {name: first[name]}),
            ):
                assert kind_of(answer) == "conflict"
                assert pointers(answer) == [f"/{name}"]
