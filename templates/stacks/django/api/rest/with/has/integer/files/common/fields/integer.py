import re
from typing import Any

from rest_framework import serializers

LEAST, MOST = -(2**31), 2**31 - 1

_IN_QUERY = re.compile(r"0|-?[1-9][0-9]{0,9}")


class IntegerField(serializers.IntegerField):
    """A whole number of 32 bits."""

    default_error_messages = {
        "invalid": "must be a whole number of 32 bits",
        "min_value": "must be at least {min_value}",
        "max_value": "must be at most {max_value}",
    }

    def to_internal_value(self, data: object) -> int:
        if isinstance(data, float) and data.is_integer():
            data = int(data)
        if not isinstance(data, int) or isinstance(data, bool) or not LEAST <= data <= MOST:
            self.fail("invalid")
        return data

    def from_query(self, text: str) -> int:
        if not _IN_QUERY.fullmatch(text):
            self.fail("invalid")
        return self.to_internal_value(int(text))

    def describe(self) -> dict[str, Any]:
        return {
            "type": "integer",
            "minimum": max(LEAST, LEAST if self.min_value is None else self.min_value),
            "maximum": min(MOST, MOST if self.max_value is None else self.max_value),
        }
