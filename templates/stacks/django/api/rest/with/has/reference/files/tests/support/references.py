"""What holds for every resource that refers to others."""

from itertools import count
from typing import ClassVar

import pytest

from tests.support.api import Api, kind_of, pointers, read
from tests.support.sample import NOBODY, Sample, id_of, pass_time


class ReferenceTests:
    sample: ClassVar[Sample]

    @pytest.mark.django_db(transaction=True)
    def test_what_goes_before_a_row_refers_to_it_is_named(
        self,
        api: Api,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        references = dict.fromkeys(self.sample.references, NOBODY)
        body = {**self.sample.body(api, 1), **references}
        monkeypatch.setattr(
            "common.fields.reference.ReferenceField.to_internal_value",
            lambda field, _: field.get_queryset().model(pk=NOBODY),
        )
        answer = api.post(self.sample.path, body)
        assert answer.status_code == 422
        assert pointers(answer) == sorted(f"/{name}" for name in references)

    def test_every_reference_to_nothing_is_named(self, api: Api) -> None:
        missing = dict.fromkeys(self.sample.references, NOBODY)
        path = self.sample.at(self.sample.create(api))
        for answer in (
            api.post(self.sample.path, {**self.sample.body(api, 2), **missing}),
            api.patch(path, missing),
        ):
            assert answer.status_code == 422
            assert pointers(answer) == sorted(f"/{name}" for name in missing)

    # Foreign keys are looked at when a transaction ends.
    @pytest.mark.django_db(transaction=True)
    def test_what_is_deleted_is_kept_by_takes_along_or_leaves_its_row(self, api: Api) -> None:
        numbers = count(1)
        for name, reference in self.sample.references.items():
            target = reference.target()
            if target is self.sample:
                needed = self.sample.create(api, next(numbers))["id"]
            else:
                needed = id_of(api, target)
            other = self.sample.create(api, next(numbers))
            row = self.sample.create(api, next(numbers), **{name: needed})
            pass_time()
            answer = api.delete(f"{target.path}/{needed}")
            left = api.get(self.sample.at(row))
            match reference.on_delete:
                case "restrict":
                    assert kind_of(answer) == "conflict"
                    assert read(left) == row
                case "cascade":
                    assert (answer.status_code, left.status_code) == (204, 404)
                case "setNull":
                    assert answer.status_code == 204
                    time = read(left)["updatedAt"]
                    assert read(left) == {**row, name: None, "updatedAt": time}
                    assert time > row["updatedAt"]
                    assert left["ETag"] == '"2"'
            assert read(api.get(self.sample.at(other))) == other
