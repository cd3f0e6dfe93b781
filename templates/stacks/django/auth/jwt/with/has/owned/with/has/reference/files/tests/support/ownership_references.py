from typing import ClassVar

import pytest

from tests.support.api import Api, kind_of, read
from tests.support.sample import Sample


class OwnershipReferenceTests:
    """For rows of one user that refer to something."""

    sample: ClassVar[Sample]

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
