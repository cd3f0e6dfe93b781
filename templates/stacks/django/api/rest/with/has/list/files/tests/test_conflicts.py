from typing import Any, cast

from django.db import IntegrityError

from common.conflicts import refusal_of
from common.models import Row


def test_a_rule_that_nobody_foresaw_is_no_conflict() -> None:
    error = IntegrityError("a rule of another kind")
    assert refusal_of(error, cast("Any", Row), {}) is error
