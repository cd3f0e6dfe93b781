import datetime
import re
from typing import Any

from rest_framework import serializers

from common import clock
from common.fields.bounds import bounds_of, described

_RFC_3339 = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]((?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2})"
    r"(?:\.([0-9]+))?([Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)


class DateTimeField(serializers.DateTimeField):
    """An instant: any offset comes in, UTC cut to milliseconds goes out."""

    default_error_messages = {"invalid": "must be a date and time with an offset (RFC 3339)"}

    def to_internal_value(self, data: object) -> datetime.datetime:
        found = _RFC_3339.fullmatch(data) if isinstance(data, str) else None
        if found is None:
            self.fail("invalid")
        day, time, fraction, offset = found.groups()
        text = f"{day}T{time}.{(fraction or '')[:3]:0<3}{'+00:00' if offset in 'Zz' else offset}"
        try:
            return datetime.datetime.fromisoformat(text).astimezone(datetime.UTC)
        except (OverflowError, ValueError):
            self.fail("invalid")

    def to_representation(self, value: datetime.datetime) -> str:
        return clock.show(value)

    def describe(self) -> dict[str, Any]:
        return described({"type": "string", "format": "date-time"}, *bounds_of(self))
