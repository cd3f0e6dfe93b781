import re
from decimal import Decimal
from typing import Any

from rest_framework import serializers

from common.fields.bounds import described


class DecimalField(serializers.DecimalField):
    """An exact decimal as a string: `max_digits` in all, `decimal_places` behind the point."""

    default_error_messages = {
        "invalid": (
            "must be a decimal of at most {max_digits} digits, {decimal_places} behind the point, "
            "as a string"
        ),
        "min_value": "must be at least {min_value}",
        "max_value": "must be at most {max_value}",
    }

    def __init__(self, *, max_digits: int, decimal_places: int, **kwargs: Any) -> None:
        super().__init__(max_digits=max_digits, decimal_places=decimal_places, **kwargs)
        whole = max_digits - decimal_places
        integer = f"(?:0|[1-9][0-9]{{0,{whole - 1}}})" if whole > 0 else "0"
        fraction = rf"(?:\.[0-9]{{1,{decimal_places}}})?" if decimal_places > 0 else ""
        self.pattern = f"-?{integer}{fraction}"

    def validate_empty_values(self, data: Any) -> tuple[bool, Any]:
        # What is empty is no null.
        return serializers.Field.validate_empty_values(self, data)

    def to_internal_value(self, data: object) -> Decimal:
        if not isinstance(data, str) or not re.fullmatch(self.pattern, data):
            self.fail("invalid", max_digits=self.max_digits, decimal_places=self.decimal_places)
        # Zero has a sign, which not every database keeps.
        return self.quantize(Decimal(data)) + 0

    def to_representation(self, value: Decimal) -> str:
        return f"{value:.{self.decimal_places}f}"

    def describe(self) -> dict[str, Any]:
        schema = {"type": "string", "pattern": f"^{self.pattern}$"}
        return described(schema, self.min_value, self.max_value)
