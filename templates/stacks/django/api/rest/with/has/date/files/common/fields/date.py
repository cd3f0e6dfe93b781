import datetime
import re
from typing import Any

from rest_framework import serializers

from common.fields.bounds import bounds_of, described

_PATTERN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DateField(serializers.DateField):
    """A day of the years 1 to 9999."""

    default_error_messages = {"invalid": "must be a day such as 2026-01-31"}

    def to_internal_value(self, data: object) -> datetime.date:
        if not isinstance(data, str) or not _PATTERN.fullmatch(data):
            self.fail("invalid")
        try:
            return datetime.date.fromisoformat(data)
        except ValueError:
            self.fail("invalid")

    def to_representation(self, value: datetime.date) -> str:
        return value.isoformat()

    def describe(self) -> dict[str, Any]:
        return described({"type": "string", "format": "date"}, *bounds_of(self))
