import pytest
from rest_framework.exceptions import ValidationError

from common.fields.datetime import DateTimeField

FIELD = DateTimeField()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2026-11-22T09:30:00Z", "2026-11-22T09:30:00.000Z"),
        ("2026-11-22t09:30:00.1239z", "2026-11-22T09:30:00.123Z"),
        ("2026-11-22T09:30:00-05:45", "2026-11-22T15:15:00.000Z"),
        ("0001-01-01T01:00:00+01:00", "0001-01-01T00:00:00.000Z"),
        ("9999-12-31T23:59:59.9999Z", "9999-12-31T23:59:59.999Z"),
    ],
)
def test_an_instant_is_shown_in_utc_cut_to_milliseconds(given: str, shown: str) -> None:
    assert FIELD.to_representation(FIELD.run_validation(given)) == shown


@pytest.mark.parametrize(
    "value",
    [
        5,
        "2026-11-22T09:30:00",
        "2026-11-22 09:30:00Z",
        "2026-02-30T00:00:00Z",
        "2026-11-22T24:00:00Z",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
    ],
)
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        FIELD.run_validation(value)
