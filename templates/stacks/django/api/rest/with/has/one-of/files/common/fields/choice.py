from typing import Any

from rest_framework import serializers


class ChoiceField(serializers.ChoiceField):
    default_error_messages = {"invalid_choice": "must be one of {values}"}

    def to_internal_value(self, data: object) -> str:
        if not isinstance(data, str) or data not in self.choices:
            self.fail("invalid_choice", values=", ".join(self.choices))
        return data

    def to_representation(self, value: str) -> str:
        return value

    def describe(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.choices)}
