"""What becomes of rows that were there before there were users."""

from collections.abc import Callable
from io import StringIO
from typing import ClassVar

from django.apps import apps
from django.core.management import call_command

from common.access.grants import resource_of
from common.access.models import OwnedRow
from tests.support.api import Api
from tests.support.sample import Row, Sample


def _disown(row: Row, sample: Sample) -> None:
    name = sample.path.rpartition("/")[2]
    for model in apps.get_models():
        if issubclass(model, OwnedRow) and resource_of(model) == name:
            model._default_manager.filter(pk=row["id"]).update(owner=None)


class ClaimTests:
    sample: ClassVar[Sample]

    def test_rows_that_nobody_owns_are_given_to_who_claims_them(
        self,
        api: Api,
        sign_in: Callable[..., Api],
    ) -> None:
        jo = sign_in(email="jo@example.com")
        free, owned = (self.sample.create(api, number) for number in (1, 2))
        _disown(free, self.sample)
        assert jo.get(self.sample.at(free)).status_code == 404
        out = StringIO()
        call_command("claim_rows", "Jo@Example.com", stdout=out)
        assert out.getvalue() == "Rows that now belong to jo@example.com: 1\n"
        assert jo.get(self.sample.at(free)).status_code == 200
        assert jo.get(self.sample.at(owned)).status_code == 404
