from math import isfinite
from typing import Any

from rest_framework import serializers


class FloatField(serializers.FloatField):
    """A finite double; its one value that databases keep in two ways, -0, becomes 0."""

    default_error_messages = {
        "invalid": "must be a number",
        "min_value": "must be at least {min_value}",
        "max_value": "must be at most {max_value}",
    }

    def to_internal_value(self, data: object) -> float:
        if not isinstance(data, int | float) or isinstance(data, bool):
            self.fail("invalid")
        try:
            number = float(data)
        except OverflowError:
            self.fail("invalid")
        if not isfinite(number):
            self.fail("invalid")
        return number + 0.0

    def describe(self) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": "number", "format": "double"}
        if self.min_value is not None:
            schema["minimum"] = self.min_value
        if self.max_value is not None:
            schema["maximum"] = self.max_value
        return schema
