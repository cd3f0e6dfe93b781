from typing import Any

from rest_framework import serializers

_IN_QUERY = {"true": True, "false": False}


class BooleanField(serializers.BooleanField):
    default_error_messages = {"invalid": "must be true or false"}

    def to_internal_value(self, data: object) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid")
        return data

    def from_query(self, text: str) -> bool:
        if text not in _IN_QUERY:
            self.fail("invalid")
        return _IN_QUERY[text]

    def describe(self) -> dict[str, Any]:
        return {"type": "boolean"}
