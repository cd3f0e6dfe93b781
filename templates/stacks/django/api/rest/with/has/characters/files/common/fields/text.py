from typing import Any

from rest_framework import serializers

from common.fields.unicode import is_well_formed

# What JavaScript takes for white space, and Python does not.
_BYTE_ORDER_MARK = "\ufeff"


class TextField(serializers.CharField):
    """A string that every database stores and compares alike; its length counts code points."""

    default_error_messages = {
        "invalid": "must be a string",
        "blank": "must not be empty",
        "max_length": "must have at most {max_length} characters",
        "min_length": "must have at least {min_length} characters",
        "unicode": "must be Unicode without NUL",
        "space": "must not begin or end with white space",
    }

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, trim_whitespace=False, **kwargs)
        self.most = max_length

    def to_internal_value(self, data: object) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        if data == "":
            self.fail("blank")
        if "\0" in data or not is_well_formed(data):
            self.fail("unicode")
        if data.strip().strip(_BYTE_ORDER_MARK) != data:
            self.fail("space")
        if len(data) > self.most:
            self.fail("max_length", max_length=self.most)
        return data

    def to_representation(self, value: str) -> str:
        return value

    def describe(self) -> dict[str, Any]:
        return {
            "type": "string",
            "minLength": self.min_length or 1,
            "maxLength": self.most,
        }
