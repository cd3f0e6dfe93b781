import re
from typing import Any

from rest_framework import serializers

from common.fields.bounds import described

LEAST, MOST = -(2**63), 2**63 - 1

_PATTERN = "^(?:0|-?[1-9][0-9]{0,18})$"
_WHOLE = re.compile(_PATTERN[1:-1])


class BigIntegerField(serializers.BigIntegerField):
    """A whole number of 64 bits, as a string because a JSON number loses digits beyond 2^53."""

    default_error_messages = {
        "invalid": "must be a whole number of 64 bits, as a string without leading zeros",
        "min_value": "must be at least {min_value}",
        "max_value": "must be at most {max_value}",
    }

    def to_internal_value(self, data: object) -> int:
        if not isinstance(data, str) or not _WHOLE.fullmatch(data):
            self.fail("invalid")
        number = int(data)
        if not LEAST <= number <= MOST:
            self.fail("invalid")
        return number

    def to_representation(self, value: int) -> Any:
        return str(value)

    def describe(self) -> dict[str, Any]:
        least = None if self.min_value == LEAST else self.min_value
        most = None if self.max_value == MOST else self.max_value
        return described({"type": "string", "pattern": _PATTERN}, least, most)
