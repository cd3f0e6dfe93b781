import pytest
from rest_framework.exceptions import ValidationError

from common.fields.text import TextField

FIELD = TextField(max_length=5, min_length=2)


@pytest.mark.parametrize("value", ["ab", "a b", "\U0001f600" * 5, "a\nb"])
def test_code_points_are_counted(value: str) -> None:
    assert FIELD.run_validation(value) == value


@pytest.mark.parametrize(
    "value",
    [5, True, "", "a", "abcdef", " ab", "ab\u00a0", "ab\ufeff", "a\0b", "a\ud800b"],
)
def test_what_databases_would_change_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        FIELD.run_validation(value)


def test_a_minimum_is_for_what_is_written() -> None:
    assert FIELD.to_internal_value("a") == "a"
